-- Content lies in one table per month, so that a month whose messages are all erased gives its disk
-- space back at once. The ids of messages are UUIDv7: their order is the order of time, and a month
-- is a range of ids. What was stored before, and whatever has an id of another kind, stays in the
-- default partition.
alter table part_chunk rename to part_chunk_rest;
alter table part_chunk_rest rename constraint part_chunk_pkey to part_chunk_rest_pkey;
alter table part_chunk_rest
    drop constraint part_chunk_message_id_part_number_fkey;

create table part_chunk (
    message_id   uuid    not null,
    part_number  integer not null,
    number       integer not null,
    content      bytea   not null,
    primary key (message_id, part_number, number),
    foreign key (message_id, part_number) references part (message_id, number) on delete cascade
) partition by range (message_id);
alter table part_chunk alter column content set storage external;
alter table part_chunk attach partition part_chunk_rest default;

-- the first id of a point in time, as UUIDv7 has its milliseconds in front
create function first_id_at(at timestamptz) returns uuid language sql immutable as $$
    select (lpad(to_hex(floor(extract(epoch from at) * 1000)::bigint), 12, '0')
        || '00000000000000000000')::uuid
$$;

-- Makes the table of a month, when there is none; false when it could not be made because content
-- of that month already lies in the default partition.
create function add_chunk_month(month date) returns boolean language plpgsql as $$
declare
    name text := 'part_chunk_' || to_char(month, 'YYYY_MM');
    lower_id uuid := first_id_at(month::timestamp at time zone 'UTC');
    upper_id uuid := first_id_at((month + interval '1 month')::timestamp at time zone 'UTC');
begin
    if to_regclass(name) is not null then
        return true;
    end if;
    if exists (select 1 from part_chunk_rest
               where message_id >= lower_id and message_id < upper_id) then
        return false;
    end if;
    execute format(
        'create table %I partition of part_chunk for values from (%L) to (%L)',
        name, lower_id, upper_id);
    execute format('alter table %I set (autovacuum_vacuum_scale_factor = 0.05, '
        || 'toast.autovacuum_vacuum_scale_factor = 0.05)', name);
    return true;
end
$$;
select add_chunk_month((date_trunc('month', now() at time zone 'UTC'))::date);
select add_chunk_month((date_trunc('month', now() at time zone 'UTC') + interval '1 month')::date);
