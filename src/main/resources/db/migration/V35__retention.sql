-- who keeps a message from being erased, and why
alter table message add column held_at timestamptz, add column held_by text,
    add column hold_reason text;

-- ended messages whose content, and later whose evidence, waits to be removed
create index message_to_erase on message
    (tenant, coalesce(standard, ''), coalesce(service, ''), updated_at)
    where wrapped_key is not null
      and state in ('DELIVERED', 'COMPLETED', 'REJECTED', 'CANCELLED', 'EXPIRED');
create index message_to_forget on message
    (tenant, coalesce(standard, ''), coalesce(service, ''), updated_at)
    where wrapped_key is null
      and state in ('DELIVERED', 'COMPLETED', 'REJECTED', 'CANCELLED', 'EXPIRED');

-- what retention removed, one row for each run, kind, tenant, standard and service
create table erasure (
    run         uuid         not null,
    number      integer      not null,
    at          timestamptz  not null,
    kind        text         not null,
    tenant      text         not null,
    standard    text,
    service     text,
    before      timestamptz  not null,
    messages    bigint       not null,
    parts       bigint       not null,
    bytes       bigint       not null,
    primary key (run, number)
);
create index erasure_by_tenant on erasure (tenant, at desc, run, number);
