-- How much lies in a mailbox is asked before each delivery, so the size stands beside it.
alter table osci_delivery add column size bigint not null default 0;
update osci_delivery d
set size = (select coalesce(sum(p.length), 0) from osci_delivery_part p
            where p.message_id = d.message_id);
