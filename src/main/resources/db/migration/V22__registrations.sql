-- The network that a link was asked for from, where strangers may ask.
alter table mail_link add column network varchar(100);
create index mail_link_purpose on mail_link (purpose, expires_at);
