alter table client add column left_at timestamp(6) with time zone;
alter table client add column ended_at timestamp(6) with time zone;

alter table person add column left_at timestamp(6) with time zone;
alter table person add column ended_at timestamp(6) with time zone;
alter table person add column made_anew boolean default false not null;

create table departed_entry (
  kind varchar(40) not null,
  id varchar(1000) not null,
  created_at timestamp(6) with time zone not null,
  left_at timestamp(6) with time zone not null,
  primary key (kind, id)
);
