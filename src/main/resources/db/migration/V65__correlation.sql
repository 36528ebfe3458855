-- What a message is known by elsewhere, and which message it answers.
create table correlation (
    message_id   uuid  primary key references message (id) on delete cascade,
    tenant       text  not null,
    -- what the sender calls its case
    process_ref  text,
    -- the id in its sender's words, where these matter: XTA compares ids without regard to case
    external_id  text,
    -- outlives the message that is answered
    in_reply_to  uuid
);
create index correlation_by_process on correlation (tenant, process_ref)
    where process_ref is not null;
create index correlation_by_answered on correlation (in_reply_to) where in_reply_to is not null;

-- any message is found by the id under which it came in, whatever the entry
create index idempotency_by_key on idempotency (tenant, key);
drop index idempotency_by_osci_message_id;

-- an event tells which answer lies ready
alter table event add column reply_id uuid;
