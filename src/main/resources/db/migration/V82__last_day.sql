-- Messages whose author named a last day are looked for every few minutes; most messages have none.
create index correlation_by_last_day on correlation (obsolete_after) where obsolete_after is not null;
