-- Tells a probe from the one that another node took over because this one showed no life.
alter table circuit add column probe_id uuid;
