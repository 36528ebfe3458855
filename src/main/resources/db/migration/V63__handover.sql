-- How far a hand-over had come when an operator chose another receiver: he may choose the first one
-- again.
alter table transmission add column replaced_state text;

-- Whether the route of a message has still something to do, e.g. further receivers to give it to.
alter table message add column under_way boolean not null default false;
update message set under_way = true where state in ('RECEIVED', 'VALIDATED', 'PARKED');
