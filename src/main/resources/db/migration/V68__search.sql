-- Operators look for a reason or a route alone, too.
create index message_by_reason on message (tenant, reason_code, id desc)
    where reason_code is not null;
create index message_by_route on message (tenant, route, id desc) where route is not null;
