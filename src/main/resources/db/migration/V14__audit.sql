-- What was done and refused. On PostgreSQL a partition for each month; the last one takes what has none. The chain is
-- empty until the row is sealed.
create table audit_event (
  id uuid not null,
  happened_at timestamp(6) with time zone not null,
  event varchar(40) not null,
  deed boolean not null,
  case_number varchar(20),
  subject varchar(255),
  client_id varchar(255),
  actor varchar(255),
  address varchar(64),
  detail varchar(10000) not null,
  chain integer,
  chain_position bigint,
  previous_hash varchar(64),
  hash varchar(64),
  primary key (id, happened_at)
) ${by_month};
${rest_of_audit_event}
create index audit_event_case_number on audit_event (case_number);
create index audit_event_subject on audit_event (subject, happened_at);
create index audit_event_client_id on audit_event (client_id, happened_at);
create index audit_event_address on audit_event (address, happened_at);
create index audit_event_event on audit_event (event, happened_at);
create index audit_event_chain on audit_event (chain, chain_position);

-- The newest row of each chain, and the number of the master key that authenticates its rows.
create table audit_chain (
  chain integer primary key,
  chain_position bigint not null,
  hash varchar(64) not null,
  sealed_by integer not null
);

-- The newest rows of all chains at one moment, authenticated by the master key of this number.
create table audit_checkpoint (
  checkpoint_number bigint primary key,
  taken_at timestamp(6) with time zone not null,
  heads varchar(100000) not null,
  previous_mac varchar(64) not null,
  mac varchar(64) not null,
  sealed_by integer not null
);

-- How many refusals of one minute were not kept, as one node counted them.
create table audit_dropped (
  node varchar(36) not null,
  minute_at timestamp(6) with time zone not null,
  event varchar(40) not null,
  reason varchar(20) not null,
  dropped bigint not null,
  primary key (node, minute_at, event, reason)
);
create index audit_dropped_minute_at on audit_dropped (minute_at);
