-- What the embedded OSCI intermediary keeps: message ids, process cards, deliveries, dialogs.
-- Contents are encrypted for their readers by the senders; the intermediary cannot open them.

create table osci_message_id (
    id         text        primary key,
    issued_at  timestamptz not null
);

-- a card outlives its delivery
create table osci_card (
    message_id    text        primary key,
    number        bigint      generated always as identity,
    mailbox       text        not null,
    originator    text,
    subject       text,
    created_at    timestamptz not null,
    forwarded_at  timestamptz,
    received_at   timestamptz,
    modified_at   timestamptz not null,
    inspections   bytea       not null
);
create index osci_card_waiting on osci_card (mailbox, created_at, number)
    where received_at is null;
create index osci_card_by_mailbox on osci_card (mailbox, modified_at);
create index osci_card_by_originator on osci_card (originator, modified_at)
    where originator is not null;

create table osci_delivery (
    message_id  text     primary key references osci_card (message_id) on delete cascade,
    fetchable   boolean  not null,
    header      bytea    not null
);

create table osci_delivery_part (
    message_id  text     not null references osci_delivery (message_id) on delete cascade,
    number      integer  not null,
    name        text     not null,
    length      bigint   not null,
    primary key (message_id, number),
    unique (message_id, name)
);

create table osci_delivery_chunk (
    message_id   text     not null,
    part_number  integer  not null,
    number       integer  not null,
    content      bytea    not null,
    primary key (message_id, part_number, number),
    foreign key (message_id, part_number)
        references osci_delivery_part (message_id, number) on delete cascade
);
-- cipher text does not compress
alter table osci_delivery_chunk alter column content set storage external;

create table osci_dialog (
    conversation_id  text        primary key,
    client_cipher    bytea       not null,
    client_signer    text,
    encrypted        boolean     not null,
    sequence_number  bigint      not null,
    challenge        text        not null,
    fetched          text,
    last_used_at     timestamptz not null
);
create index osci_dialog_by_use on osci_dialog (last_used_at);
