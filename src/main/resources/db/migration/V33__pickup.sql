-- hand-overs that lie at an intermediary or in a mailbox until the reader picks them up
alter table transmission add column overdue_at timestamptz;
create index transmission_awaiting_pickup on transmission (sent_at, id) where state = 'SENT';
