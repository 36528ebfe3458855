-- Chunks of messages that are not complete yet, and answers that are given slice by slice.
create table osci_chunk (
    transfer   text        not null,
    number     bigint      not null,
    length     bigint      not null,
    stored_at  timestamptz not null,
    primary key (transfer, number)
);

create table osci_chunk_piece (
    transfer  text     not null,
    number    bigint   not null,
    piece     integer  not null,
    content   bytea    not null,
    primary key (transfer, number, piece),
    foreign key (transfer, number) references osci_chunk (transfer, number) on delete cascade
);
-- cipher text does not compress
alter table osci_chunk_piece alter column content set storage external;
