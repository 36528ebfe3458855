-- What each account handed in on a day. Every node adds to rows of its own, so that nodes do not wait
-- for each other; the sum over the nodes is what counts.
create table account_usage (
    tenant    text    not null,
    account   text    not null,
    day       date    not null,
    node      text    not null,
    messages  bigint  not null,
    bytes     bigint  not null,
    primary key (tenant, account, day, node)
);

create index message_open_by_account on message (tenant, entry_account)
    where state in ('RECEIVED', 'VALIDATED', 'SENT', 'PARKED');
