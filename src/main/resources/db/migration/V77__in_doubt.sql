-- How many attempts, under the id it has now, may have brought a message to its receiver: the one
-- under way and those that ended unclear or with their node. What ends for certain is taken off.
alter table transmission add column in_doubt integer not null default 0;
update transmission set in_doubt = attempts
    where coalesce(replaced_state, state) in ('SENDING', 'REPLACED');
-- what a later refusal has made forget
with doubtful as (
    select transmission_id as id, count(*) as attempts from attempt
    where transmission_id is not null and result in ('UNCLEAR', 'ABANDONED')
    group by transmission_id)
update transmission set state = 'SENDING', in_doubt = doubtful.attempts from doubtful
    where transmission.id = doubtful.id and state in ('PLANNED', 'FAILED') and overdue_at is null
    and sent_at is null and (kind <> 'OSCI' or osci_message_id is not null);
