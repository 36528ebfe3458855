-- The intermediaries that gave message ids, each as it was when it gave the last one. A hand-over
-- stays with the one that gave its id, wherever the directory sends its receiver's messages later.
create table known_intermediary (
    id                     bigint       generated always as identity primary key,
    url                    text         not null unique,
    name                   text         not null,
    cipher_certificate     bytea        not null,
    signature_certificate  bytea        not null,
    chunk_above            bigint,
    chunk_size             bigint,
    legacy                 boolean      not null,
    seen_at                timestamptz  not null
);
-- no foreign key: each hand-over would lock the same few rows, which are never deleted
alter table transmission add column intermediary_id bigint;
