-- Every attempt, with the node that made it: one row for each run of a message's work
-- (transmission_id null), one for each time it was handed to a receiver.
-- A row without end is under way, or its node died; who takes the work over ends it.
create table attempt (
    id               bigint      generated always as identity primary key,
    message_id       uuid        not null references message (id) on delete cascade,
    tenant           text        not null,
    transmission_id  uuid        references transmission (id) on delete cascade,
    destination      text,
    node             text        not null,
    started_at       timestamptz not null,
    ended_at         timestamptz,
    result           text,
    code             text,
    incident         text
);
create index attempt_by_message on attempt (message_id, id);
create index attempt_by_transmission on attempt (transmission_id) where transmission_id is not null;
create index attempt_under_way on attempt (message_id) where ended_at is null;
