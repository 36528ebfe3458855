-- The receipt of a hand-over that was given up is still asked for, for a while.
create index transmission_to_check on transmission (next_check_at) where next_check_at is not null;
drop index transmission_awaiting_receipt;
