create table pushed_request (
  id varchar(43) primary key,
  client_id varchar(255) not null,
  parameters varchar(100000) not null,
  expires_at timestamp(6) with time zone not null
);
create index pushed_request_expires_at on pushed_request (expires_at);
