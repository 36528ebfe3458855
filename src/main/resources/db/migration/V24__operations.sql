-- What operators search by, and what they do.
alter table transmission
    add column partner text not null generated always as (split_part(destination, ' via ', 1)) stored;
create index transmission_by_partner on transmission (tenant, partner, message_id desc);
create index idempotency_by_osci_message_id on idempotency (tenant, key)
    where entry_kind in ('OSCI_MAILBOX', 'OSCI_PUSH');

-- another receiver than the route names, for one message
create table redirect (
    message_id   uuid        not null references message (id) on delete cascade,
    kind         text        not null,
    replaced     text        not null,
    destination  text        not null,
    actor        text        not null,
    at           timestamptz not null,
    primary key (message_id, kind, replaced)
);

-- what a bulk operation would do, until it is confirmed
create table operation_preview (
    token       text        primary key,
    tenant      text        not null,
    actor       text        not null,
    request     jsonb       not null,
    count       integer     not null,
    selection   bytea       not null,
    created_at  timestamptz not null,
    expires_at  timestamptz not null
);

-- what operators did, beyond what stands in the timelines of messages
create table operation_log (
    id      bigint      generated always as identity primary key,
    tenant  text        not null,
    at      timestamptz not null,
    actor   text        not null,
    action  text        not null,
    target  text        not null,
    reason  text        not null,
    details jsonb       not null
);
create index operation_log_by_tenant on operation_log (tenant, id desc);
