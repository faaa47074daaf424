-- How often the row of a person was changed: a node that read it before a change does not overwrite the change.
alter table person add column version bigint default 0 not null;
