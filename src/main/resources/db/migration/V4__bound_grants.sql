alter table access_grant add column jkt varchar(43);
