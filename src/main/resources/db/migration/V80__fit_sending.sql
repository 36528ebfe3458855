-- Which submission of FIT-Connect belongs to which hand-over; kept before anything is submitted.
create table fit_sending (
    transmission_id uuid        primary key references transmission (id) on delete cascade,
    receiver        text        not null,
    submission_id   uuid        not null,
    case_id         uuid        not null,
    announced_at    timestamptz not null,
    -- from then on it may have arrived
    submitting_at   timestamptz,
    submitted_at    timestamptz,
    -- of the pieces that were submitted; null when nobody can tell any more
    tags            text,
    -- how often its receiver was asked in vain, and when it is next; null when it has spoken
    looks           integer     not null default 0,
    next_look_at    timestamptz,
    -- the last thing that its receiver said
    event           text
);
create index fit_sending_due on fit_sending (receiver, next_look_at) where next_look_at is not null;

-- Submissions that their senders have heard of go some day.
create index fit_submission_told on fit_submission (told_at) where told_at is not null;
