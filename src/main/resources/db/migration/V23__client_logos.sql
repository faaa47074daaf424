-- Logos of clients: where each comes from, the picture that was made of it (PNG in base64), and when to try again.
create table client_logo (
  client_id varchar(255) primary key,
  source varchar(2000) not null,
  image varchar(100000),
  hash varchar(64),
  tries integer default 0 not null,
  next_try timestamp(6) with time zone,
  last_error varchar(300)
);
create index client_logo_hash on client_logo (hash);
create index client_logo_next_try on client_logo (next_try);
