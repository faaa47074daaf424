create table client (
  id varchar(255) primary key,
  metadata varchar(100000) not null,
  secret_hash varchar(64),
  enabled boolean not null,
  origin varchar(20) not null,
  applied_digest varchar(64),
  created_at timestamp(6) with time zone not null,
  changed_at timestamp(6) with time zone not null
);

create table resource_server (
  id varchar(1000) primary key,
  definition varchar(100000) not null,
  applied_digest varchar(64),
  created_at timestamp(6) with time zone not null,
  changed_at timestamp(6) with time zone not null
);

create table person (
  subject varchar(255) primary key,
  username varchar(255) not null unique,
  display_username varchar(255) not null,
  password_hash varchar(500),
  password_set_by varchar(20) not null,
  credentials_changed_at timestamp(6) with time zone not null,
  claims varchar(100000) not null,
  user_groups varchar(20000) not null,
  enabled boolean not null,
  applied_digest varchar(64),
  created_at timestamp(6) with time zone not null,
  changed_at timestamp(6) with time zone not null
);

create table sign_in_failures (
  key_hash varchar(64) primary key,
  failures integer not null,
  last_at timestamp(6) with time zone not null,
  expires_at timestamp(6) with time zone not null
);
create index sign_in_failures_expires_at on sign_in_failures (expires_at);

create table browser_session (
  id_hash varchar(64) primary key,
  sid varchar(64) not null unique,
  subject varchar(255) not null,
  authenticated_at timestamp(6) with time zone not null,
  acr varchar(255) not null,
  amr varchar(255) not null,
  created_at timestamp(6) with time zone not null,
  last_seen_at timestamp(6) with time zone not null,
  expires_at timestamp(6) with time zone not null,
  ended_at timestamp(6) with time zone,
  user_agent varchar(500),
  address varchar(64)
);
create index browser_session_subject on browser_session (subject);
create index browser_session_expires_at on browser_session (expires_at);

create table access_grant (
  id uuid primary key,
  client_id varchar(255) not null,
  subject varchar(255) not null,
  session_id varchar(64) not null,
  scopes varchar(4000) not null,
  resources varchar(20000) not null,
  redirect_uri varchar(4000),
  code_challenge varchar(43),
  nonce varchar(4000),
  auth_time timestamp(6) with time zone not null,
  acr varchar(255) not null,
  amr varchar(255) not null,
  offline boolean not null,
  created_at timestamp(6) with time zone not null,
  code_expires_at timestamp(6) with time zone not null,
  redeemed_at timestamp(6) with time zone,
  generation integer not null,
  rotated_at timestamp(6) with time zone,
  refresh_expires_at timestamp(6) with time zone,
  ended_at timestamp(6) with time zone,
  end_reason varchar(40),
  expires_at timestamp(6) with time zone not null
);
create index access_grant_session_id on access_grant (session_id);
create index access_grant_subject_client on access_grant (subject, client_id);
create index access_grant_client_id on access_grant (client_id);
create index access_grant_expires_at on access_grant (expires_at);

create table consent (
  subject varchar(255) not null,
  client_id varchar(255) not null,
  scopes varchar(4000) not null,
  declined varchar(4000) not null,
  given_at timestamp(6) with time zone not null,
  changed_at timestamp(6) with time zone not null,
  primary key (subject, client_id)
);
create index consent_client_id on consent (client_id);

create table revoked_token (
  jti varchar(255) primary key,
  expires_at timestamp(6) with time zone not null
);
create index revoked_token_expires_at on revoked_token (expires_at);

create table server_key (
  kid varchar(64) primary key,
  purpose varchar(40) not null,
  algorithm varchar(40) not null,
  key_number integer not null,
  sealed_private varchar(10000) not null,
  created_at timestamp(6) with time zone not null,
  active_from timestamp(6) with time zone not null,
  retires_at timestamp(6) with time zone,
  removed_at timestamp(6) with time zone,
  unique (purpose, algorithm, key_number)
);

create table lease (
  name varchar(40) primary key,
  holder varchar(64) not null,
  held_until timestamp(6) with time zone not null
);
insert into lease (name, holder, held_until)
values ('sweeper', '', timestamp with time zone '2000-01-01 00:00:00+00'),
  ('keys', '', timestamp with time zone '2000-01-01 00:00:00+00');
