-- What a store has grown to: so many further clients, grants, and grants that have expired.
insert into client (id, metadata, secret_hash, enabled, origin, created_at, changed_at)
select 'grown-' || n, metadata, secret_hash, true, 'api', now(), now()
from client, generate_series(1, :clients) n
where id = 'bench-web'
on conflict do nothing;

insert into access_grant (id, client_id, subject, session_id, scopes, resources, redirect_uri, code_challenge,
  auth_time, acr, amr, offline, created_at, code_expires_at, redeemed_at, generation, refresh_expires_at, expires_at)
select gen_random_uuid(), 'grown-' || n % greatest(:clients, 1) + 1, 'grown-' || n % 100000, 'grown-' || n % 300000,
  'openid profile email', '', 'http://127.0.0.1:9/cb', repeat('A', 43), now(), '1', 'pwd', false,
  now(), now(), now(), 1 + n % 100, now() + interval '30 days',
  now() + case when n > :grants then interval '-1 minute' else interval '90 days' end
from generate_series(1, :grants + :expired) n;

analyze;
