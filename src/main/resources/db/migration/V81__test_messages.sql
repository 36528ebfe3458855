-- What the sender of a message says of its use: that it is a test, and the last day on which it counts.
alter table correlation add column test boolean not null default false;
alter table correlation add column obsolete_after date;
