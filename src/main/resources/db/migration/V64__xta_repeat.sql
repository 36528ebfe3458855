-- The same message handed in again under another XTA id: that id leads to the first message.
alter table xta_message drop constraint xta_message_pkey;
alter table xta_message add column repeat boolean not null default false;
create index xta_message_by_message on xta_message (message_id);
