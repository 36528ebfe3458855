-- Recognises a message handed in again by what it says of itself: its XÖV UUID and its author.
-- Like the idempotency key it is kept apart from the message and holds per entry account.
create table xoev_identity (
    tenant          text        not null,
    entry_kind      text        not null,
    entry_account   text        not null,
    author          text        not null,
    xoev_uuid       text        not null,
    fingerprint     bytea       not null,
    message_id      uuid        not null,
    payload_sha256  bytea       not null,
    received_at     timestamptz not null,
    primary key (tenant, entry_kind, entry_account, author, xoev_uuid)
);
create index xoev_identity_by_message on xoev_identity (message_id);
