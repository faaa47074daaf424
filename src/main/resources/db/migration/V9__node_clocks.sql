create table node_clock (
  node varchar(36) primary key,
  database_millis bigint not null,
  node_millis bigint not null,
  agreed_millis bigint not null,
  wall_ahead_millis bigint not null
);

-- When a node was last at work, if one ever was.
insert into node_clock (node, database_millis, node_millis, agreed_millis, wall_ahead_millis)
  select 'before', held.millis, held.millis, held.millis, 0
  from (
    select cast(extract(epoch from held_until) * 1000 as bigint) as millis from lease
    where name = 'sweeper' and held_until > timestamp with time zone '2020-01-01 00:00:00+00'
  ) as held;

-- What is written to find out whether rows can be written.
insert into lease (name, holder, held_until)
  values ('probe', '', timestamp with time zone '1970-01-01 00:00:00+00');
