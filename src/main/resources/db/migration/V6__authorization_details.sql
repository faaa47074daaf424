alter table access_grant add column authorization_details varchar(10000);

create table authorization_details_type (
  id varchar(255) primary key,
  definition varchar(100000) not null,
  applied_digest varchar(64),
  created_at timestamp(6) with time zone not null,
  changed_at timestamp(6) with time zone not null
);
