-- Mails that wait to be sent, and for a while those that were. What one says is sealed, and gone once it is sent or given up.
create table mail_outbox (
  id varchar(43) primary key,
  message_id varchar(320) not null,
  recipient varchar(254) not null,
  language varchar(35) not null,
  kind varchar(60) not null,
  content varchar(100000),
  created_at timestamp(6) with time zone not null,
  useful_until timestamp(6) with time zone,
  next_try timestamp(6) with time zone,
  tries integer default 0 not null,
  claim varchar(43),
  sent_at timestamp(6) with time zone,
  failed_at timestamp(6) with time zone,
  last_error varchar(300),
  expires_at timestamp(6) with time zone not null
);
create index mail_outbox_next_try on mail_outbox (next_try);
create index mail_outbox_expires_at on mail_outbox (expires_at);
