-- What is asked for no more does not stand before what is.
update transmission set next_check_at = null
where state = 'FAILED' and checks >= 90 and next_check_at is not null;
