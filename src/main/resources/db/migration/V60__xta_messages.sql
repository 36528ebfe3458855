-- What XTA says of a message that came in over it, as far as it must be found again. What people
-- wrote (subject, names) is sealed with the message, as its part of role HEADER.

create table xta_message (
    message_id     uuid        primary key references message (id) on delete cascade,
    tenant         text        not null,
    account        text        not null,
    xta_id         text        not null,
    -- ids are compared without regard to case
    key            text        not null,
    not_before     timestamptz,
    obsolete_after date,
    encrypted      boolean     not null,
    unique (tenant, account, key)
);
create index xta_message_by_key on xta_message (tenant, key);
