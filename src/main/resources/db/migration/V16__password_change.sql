-- Whether another password has to be chosen: no, asked or done.
alter table person add column password_change varchar(10) default 'no' not null;
