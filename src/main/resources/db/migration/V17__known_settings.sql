-- A code of the value of each setting at the last start, to tell which have changed.
create table known_setting (
  name varchar(100) primary key,
  code varchar(64) not null
);
