-- Those that have waited longest are woken first: without their time in the index, each place that
-- becomes free would read and sort all that wait for it.
create index message_waiting_longest on message (waits_for, waiting_since, id)
    where waits_for is not null;
drop index message_waiting;
