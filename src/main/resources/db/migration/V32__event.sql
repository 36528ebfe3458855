-- What portals are told about the messages they handed in: the feed they poll, and the outbox of
-- their webhooks. A row is written in the transaction of the move that it tells of.
create table event (
    id             bigint       generated always as identity primary key,
    -- place in the feed, given when the row is read first: rows are committed in another order than
    -- they are numbered, and a reader who has gone on would never see a late one
    position       bigint,
    tenant         text         not null,
    account        text         not null,
    message_id     uuid         not null,
    sequence       integer      not null,
    type           text         not null,
    at             timestamptz  not null,
    state          text         not null,
    code           text,
    -- null when nothing is to be pushed (any more)
    push_due_at    timestamptz,
    push_attempts  integer      not null default 0,
    pushed_at      timestamptz,
    push_code      text,
    unique (message_id, sequence)
);
create sequence event_position;
create index event_by_position on event (tenant, account, position) where position is not null;
create index event_without_position on event (id) where position is null;
create index event_to_push on event (tenant, account, push_due_at, id)
    where push_due_at is not null;
create index event_by_age on event (at);

-- webhooks that do not answer: nothing is sent to them before that time
create table webhook_circuit (
    tenant      text         not null,
    account     text         not null,
    failures    integer      not null,
    down_since  timestamptz  not null,
    next_at     timestamptz  not null,
    code        text         not null,
    primary key (tenant, account)
);
