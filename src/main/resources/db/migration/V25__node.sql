-- The gateway processes that share this database.
create table node (
    name        text        primary key,
    started_at  timestamptz not null,
    seen_at     timestamptz not null,
    running     integer     not null,
    draining    boolean     not null default false,
    reason      text,
    actor       text,
    changed_at  timestamptz
);
