alter table access_grant add column x5t_s256 varchar(43);
