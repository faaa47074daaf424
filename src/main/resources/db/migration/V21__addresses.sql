-- What the file says of an address that its owner has replaced, and when the owner last replaced or confirmed it.
alter table person add column file_email varchar(254);
alter table person add column email_changed_at timestamp(6) with time zone;
-- The address that a link was mailed to; links of before have none.
alter table mail_link add column address varchar(254);
