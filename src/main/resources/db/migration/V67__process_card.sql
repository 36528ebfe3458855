-- What an intermediary said last of a hand-over, whole, as evidence; the times that are worked with
-- stand with the hand-over.
create table process_card (
    transmission_id  uuid        primary key references transmission (id) on delete cascade,
    document         bytea       not null,
    seen_at          timestamptz not null
);
