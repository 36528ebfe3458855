-- Submissions that were fetched from destinations of FIT-Connect, and what was said of each to its
-- sender. They outlive their messages, so that nothing is fetched twice.
create table fit_submission (
    destination text        not null,
    id          uuid        not null,
    case_id     uuid        not null,
    message_id  uuid,
    -- binds what is said to the pieces of the submission
    tags        text,
    schema      text,
    -- decided before it is said
    verdict     text,
    problems    text        not null,
    fetched_at  timestamptz not null,
    told_at     timestamptz,
    primary key (destination, id)
);
create index fit_submission_open on fit_submission (destination, fetched_at) where told_at is null;
