-- Readers say what became of what they took out of a mailbox.
alter table mailbox_entry
    add column standard     text,
    add column service      text,
    -- processed or rejected
    add column settled_at   timestamptz,
    -- the message ended before the reader had it
    add column withdrawn_at timestamptz;

drop index mailbox_entry_open;
create index mailbox_entry_open on mailbox_entry (tenant, mailbox, number)
    where fetched_at is null and withdrawn_at is null;
create index mailbox_entry_open_by_standard on mailbox_entry (tenant, mailbox, standard, number)
    where fetched_at is null and withdrawn_at is null;
create index mailbox_entry_open_by_service on mailbox_entry (tenant, mailbox, service, number)
    where fetched_at is null and withdrawn_at is null;

create table mailbox_acknowledgement (
    entry_id     uuid        not null references mailbox_entry (id) on delete cascade,
    status       text        not null,
    at           timestamptz not null,
    account      text        not null,
    reason       text,
    -- of what was said, with the answer that came along
    fingerprint  bytea       not null,
    reply_id     uuid,
    primary key (entry_id, status)
);
