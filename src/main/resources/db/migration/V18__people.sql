-- Where a person comes from, and what they and the product say of the account beside the claims of the file.
alter table person add column source varchar(300) default 'file' not null;
alter table person add column email varchar(254);
alter table person add column email_verified_at timestamp(6) with time zone;
alter table person add column language varchar(35);
alter table person add column last_signed_in_on date;
alter table person add column invitation_wanted boolean default false not null;
alter table person add column invited_at timestamp(6) with time zone;
create index person_email on person (email);

-- Links that were mailed: the hash of each, which is void once it was used. A new one of the same purpose takes the place
-- of the one before.
create table mail_link (
  id varchar(300) primary key,
  token_hash varchar(64) not null unique,
  purpose varchar(40) not null,
  subject varchar(255) not null,
  payload varchar(8000),
  created_at timestamp(6) with time zone not null,
  expires_at timestamp(6) with time zone not null,
  used_at timestamp(6) with time zone
);
create index mail_link_expires_at on mail_link (expires_at);
