alter table access_grant add column claims varchar(1000);
