-- recurring jobs, which do not wait behind the messages; as scheduled_tasks, which is theirs alone now
create table recurring_job (like scheduled_tasks including all);
insert into recurring_job select * from scheduled_tasks where task_name <> 'message';
delete from scheduled_tasks where task_name <> 'message';
