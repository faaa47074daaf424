-- What people prove by who they are: a row each. The columns of before stay, and are written too, for nodes of an
-- earlier version: person.password_hash, password_mac, password_set_by.
create table credential (
  id varchar(300) primary key,
  subject varchar(255) not null,
  kind varchar(40) not null,
  verifier varchar(10000) not null,
  config_mac varchar(64),
  set_by varchar(20) not null,
  created_at timestamp(6) with time zone not null,
  changed_at timestamp(6) with time zone not null
);
create index credential_subject on credential (subject);
insert into credential (id, subject, kind, verifier, config_mac, set_by, created_at, changed_at)
  select 'password ' || subject, subject, 'password', password_hash, password_mac, password_set_by, created_at,
    credentials_changed_at
  from person where password_hash is not null;

-- What proved who signed in, each with its time; authenticated_at, acr and amr stay for nodes of an earlier version.
alter table browser_session add column factors varchar(1000);

-- The number of the master key that sealed the value of the row.
alter table server_key add column sealed_by integer default 1 not null;
alter table client add column sealed_by integer default 1 not null;
