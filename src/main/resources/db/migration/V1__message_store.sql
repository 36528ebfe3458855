-- Messages, their parts, their timeline, what was handed over to whom, and the work to be done.
-- Every table that belongs to a tenant names it, so that a caller can be kept to its own rows.

create table message (
    id                uuid        primary key,
    tenant            text        not null,
    entry_kind        text        not null,
    entry_account     text        not null,
    state             text        not null,
    standard          text,
    standard_version  text,
    message_type      text,
    author            text,
    reader            text,
    service           text,
    xoev_uuid         text,
    traceparent       text,
    received_at       timestamptz not null,
    updated_at        timestamptz not null,
    attempts          integer     not null default 0,
    first_attempt_at  timestamptz,
    next_due_at       timestamptz,
    reason_code       text,
    reason_details    text,
    reason_incident   text,
    findings          jsonb,
    -- null once the content has been erased
    key_id            text,
    wrapped_key       bytea,
    erased_at         timestamptz
);

-- ids are UUIDv7, so they order by the time of arrival: keyset paging needs the id alone
create index message_by_tenant on message (tenant, id desc);
create index message_by_state on message (tenant, state, id desc);
create index message_by_standard on message (tenant, standard, id desc);
create index message_by_xoev_uuid on message (tenant, xoev_uuid) where xoev_uuid is not null;
create index message_open on message (state, id)
    where state in ('RECEIVED', 'VALIDATED', 'SENT', 'PARKED');

create table part (
    message_id   uuid    not null references message (id) on delete cascade,
    number       integer not null,
    tenant       text    not null,
    role         text    not null,
    name         text    not null,
    media_type   text    not null,
    size         bigint  not null,
    sha256       bytea   not null,
    chunk_count  integer not null,
    primary key (message_id, number)
);

-- encrypted content; compressing it would only cost time
create table part_chunk (
    message_id   uuid    not null,
    part_number  integer not null,
    number       integer not null,
    content      bytea   not null,
    primary key (message_id, part_number, number),
    foreign key (message_id, part_number) references part (message_id, number) on delete cascade
);
alter table part_chunk alter column content set storage external;

create table timeline (
    message_id     uuid        not null references message (id),
    sequence       integer     not null,
    tenant         text        not null,
    at             timestamptz not null,
    event          text        not null,
    state          text        not null,
    code           text,
    actor          text        not null,
    details        jsonb       not null,
    previous_hash  bytea       not null,
    hash           bytea       not null,
    primary key (message_id, sequence)
);

create function timeline_is_append_only() returns trigger language plpgsql as $$
begin
    raise exception 'the timeline is append-only';
end
$$;
create trigger timeline_is_append_only before update on timeline
    for each row execute function timeline_is_append_only();

create table transmission (
    id                 uuid        primary key,
    message_id         uuid        not null references message (id),
    tenant             text        not null,
    kind               text        not null,
    destination        text        not null,
    state              text        not null,
    osci_message_id    text,
    attempts           integer     not null default 0,
    created_at         timestamptz not null,
    updated_at         timestamptz not null,
    sent_at            timestamptz,
    -- the process card (Laufzettel) as last seen
    card_created_at    timestamptz,
    card_forwarded_at  timestamptz,
    card_received_at   timestamptz,
    card_checked_at    timestamptz,
    next_check_at      timestamptz,
    checks             integer     not null default 0,
    last_code          text,
    unique (message_id, kind, destination)
);
create index transmission_by_osci_message_id on transmission (osci_message_id)
    where osci_message_id is not null;
create index transmission_awaiting_receipt on transmission (next_check_at) where state = 'SENT';

-- outlives the message: a repeat is recognised even when the content has been erased
create table idempotency (
    tenant         text        not null,
    entry_kind     text        not null,
    entry_account  text        not null,
    key            text        not null,
    fingerprint    bytea       not null,
    message_id     uuid        not null,
    payload_sha256 bytea       not null,
    received_at    timestamptz not null,
    primary key (tenant, entry_kind, entry_account, key)
);
create index idempotency_by_message on idempotency (message_id);

-- the table of db-scheduler; message work and recurring jobs
create table scheduled_tasks (
    task_name             text        not null,
    task_instance         text        not null,
    task_data             bytea,
    execution_time        timestamptz not null,
    picked                boolean     not null,
    picked_by             text,
    last_success          timestamptz,
    last_failure          timestamptz,
    consecutive_failures  integer,
    last_heartbeat        timestamptz,
    version               bigint      not null,
    priority              smallint,
    primary key (task_name, task_instance)
);
create index scheduled_tasks_due on scheduled_tasks (execution_time);
create index scheduled_tasks_heartbeat on scheduled_tasks (last_heartbeat);
