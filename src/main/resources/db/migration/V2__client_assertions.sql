create table used_once (
  id varchar(43) primary key,
  expires_at timestamp(6) with time zone not null
);
create index used_once_expires_at on used_once (expires_at);

alter table client add column sealed_secret varchar(1000);
