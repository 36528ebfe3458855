-- Deliveries whose originator waits for the answer at the push entry; the answer is given to him there,
-- or goes by itself when he does not wait any more.
create table awaited_answer (
    message_id  uuid        primary key references message (id) on delete cascade,
    until       timestamptz not null,
    -- OPEN, OFFERED, TAKEN, GIVEN, LAPSED
    state       text        not null,
    answer_id   uuid
);
