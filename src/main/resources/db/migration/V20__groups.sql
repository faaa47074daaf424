-- Groups are rows, as many as a directory has, each of a source; the names in person.user_groups are those that fit.
create table person_group (
  id varchar(64) primary key,
  source varchar(300) not null,
  name varchar(255) not null,
  created_at timestamp(6) with time zone not null
);
create table group_member (
  subject varchar(255) not null,
  group_id varchar(64) not null,
  primary key (subject, group_id)
);
create index group_member_group_id on group_member (group_id);
alter table person add column grouped_by varchar(64);
alter table person add column group_count integer default 0 not null;

-- Until when an account may be used, and its name in the system that it comes from.
alter table person add column expires_at timestamp(6) with time zone;
alter table person add column external_id varchar(300);
create index person_expires_at on person (expires_at);
