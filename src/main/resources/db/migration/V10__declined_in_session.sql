create table declined_in_session (
  session_id varchar(64) not null,
  client_id varchar(255) not null,
  scopes varchar(4000) not null,
  primary key (session_id, client_id)
);
