-- Numbers of parts that are added to stored messages, behind those that came with them. A sequence
-- takes nothing back: no position is sealed twice under one data key.
create sequence added_part as integer minvalue 100000 cycle;
