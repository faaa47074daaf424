-- Of the password hash that was given, and of the one that was made of its password since: so the same file again does
-- not put the first one back.
alter table credential add column origin varchar(200);
