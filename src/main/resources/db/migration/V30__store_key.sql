-- Which keys of the key ring have wrapped data keys, and since when: a node whose configuration still
-- names an older key must not wrap back what another node has moved on.
create table store_key (
    alias          text        primary key,
    first_used_at  timestamptz not null,
    seen_at        timestamptz not null
);
create index message_by_key on message (key_id, id) where key_id is not null;

insert into store_key (alias, first_used_at, seen_at)
select key_id, min(received_at), max(received_at) from message where key_id is not null
group by key_id;
