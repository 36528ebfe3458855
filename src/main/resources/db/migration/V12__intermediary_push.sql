-- Deliveries whose passive recipient has not taken them yet.
create table osci_push (
    message_id  text         primary key references osci_delivery (message_id) on delete cascade,
    recipient   text         not null,
    attempts    integer      not null default 0,
    due_at      timestamptz  not null
);
create index osci_push_by_time on osci_push (due_at);
