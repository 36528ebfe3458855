-- counted by health and metrics, however many hand-overs wait
create index transmission_overdue on transmission (message_id)
    where state = 'SENT' and overdue_at is not null;
