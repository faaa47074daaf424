-- Tells what has changed since a node looked last, without reading all.
create index client_changed_at on client (changed_at);

-- Tells that a password in the configuration file is the one that was hashed, without hashing it again.
alter table person add column password_mac varchar(64);
