-- What waited before entries had a standard and a service is found by them, too.
update mailbox_entry set standard = message.standard, service = message.service
from message
where message.id = mailbox_entry.message_id
  and mailbox_entry.standard is null and mailbox_entry.service is null
  and (message.standard is not null or message.service is not null);

-- what readers have taken out and not settled yet
create index if not exists mailbox_entry_accepted on mailbox_entry (tenant, mailbox, number)
    where fetched_at is not null and settled_at is null;
