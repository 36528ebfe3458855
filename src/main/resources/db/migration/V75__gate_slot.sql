-- Places at destinations that take a limited number of hand-overs at the same time. A place belongs to
-- its holder until then, or longer while the holder shows that it lives.
create table gate_slot (
    destination text        not null,
    number      integer     not null,
    holder      uuid        not null,
    node        text        not null,
    until       timestamptz not null,
    primary key (destination, number)
);
