-- Where messages wait without using up attempts: destinations that are down, and what an operator
-- has paused.
create table circuit (
    destination  text        primary key,
    state        text        not null,
    failures     integer     not null,
    opened_at    timestamptz,
    opens        integer     not null default 0,
    probe_at     timestamptz,
    probe_until  timestamptz,
    probe_by     text,
    last_code    text,
    changed_at   timestamptz not null
);

create table pause (
    tenant     text        not null,
    target     text        not null,
    reason     text        not null,
    actor      text        not null,
    paused_at  timestamptz not null,
    primary key (tenant, target)
);

alter table message
    add column route text,
    add column waits_for text,
    add column waiting_since timestamptz;
create index message_waiting on message (waits_for, id) where waits_for is not null;
