-- The language that a person chose, where "language" is not only the one of their last sign-in, and their time zone.
alter table person add column language_chosen boolean default false not null;
alter table person add column time_zone varchar(64);

-- Whether a client has a page at which people begin, so that the home page need not read all clients.
alter table client add column launchable boolean default false not null;
create index client_launchable on client (launchable, id);
