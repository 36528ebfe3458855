-- How long the timeline of a message is and where it ends: without this, entries cut off the end
-- would leave a chain that holds.
alter table message
    add column timeline_length integer not null default 0,
    add column timeline_head bytea;

update message set timeline_length = last.sequence, timeline_head = last.hash
from (select distinct on (message_id) message_id, sequence, hash from timeline
      order by message_id, sequence desc) as last
where last.message_id = message.id;
