-- Mailboxes in which Fachverfahren pick up what routes delivered to them. The content stays with its
-- message; an entry names the parts that are for this reader.

create table mailbox_entry (
    -- the delivery id
    id          uuid        primary key,
    number      bigint      generated always as identity,
    tenant      text        not null,
    mailbox     text        not null,
    message_id  uuid        not null references message (id) on delete cascade,
    -- payload first
    parts       integer[]   not null,
    size        bigint      not null,
    entered_at  timestamptz not null,
    -- the reader said that it has it
    fetched_at  timestamptz
);
create index mailbox_entry_open on mailbox_entry (tenant, mailbox, number) where fetched_at is null;
create index mailbox_entry_all on mailbox_entry (tenant, mailbox, number);
create index mailbox_entry_by_message on mailbox_entry (message_id);

-- where a reader stands in a list that it reads page by page
create table mailbox_request (
    id          uuid        primary key,
    tenant      text        not null,
    account     text        not null,
    mailboxes   text[]      not null,
    messages    uuid[],
    entered_from timestamptz,
    entered_to  timestamptz,
    fetched     boolean,
    page        integer     not null,
    position    bigint      not null,
    form        text        not null,
    created_at  timestamptz not null
);
create index mailbox_request_by_age on mailbox_request (created_at);

alter table xta_message add column in_reply_to text[] not null default '{}';
create index xta_message_by_reply on xta_message using gin (in_reply_to);
