// Discovery, code with PKCE, userinfo, refresh, introspection and revocation, as openid-client does them.
import assert from 'node:assert/strict'
import * as client from 'openid-client'
import { arguments_, finished, visits } from './person.mjs'

const { issuer, clientId, clientSecret, redirectUri } = arguments_()
const config = await client.discovery(
  issuer, clientId, clientSecret, client.ClientSecretBasic(clientSecret),
  { execute: [client.allowInsecureRequests, client.enableNonRepudiationChecks] })
assert.equal(config.serverMetadata().issuer, issuer.origin)
assert.ok(config.serverMetadata().supportsPKCE())

const pkceCodeVerifier = client.randomPKCECodeVerifier()
const expectedState = client.randomState()
const expectedNonce = client.randomNonce()
const landed = await visits(client.buildAuthorizationUrl(config, {
  redirect_uri: redirectUri,
  scope: 'openid email notes.read offline_access',
  code_challenge: await client.calculatePKCECodeChallenge(pkceCodeVerifier),
  code_challenge_method: 'S256',
  state: expectedState,
  nonce: expectedNonce
}))

const tokens = await client.authorizationCodeGrant(
  config, landed, { pkceCodeVerifier, expectedState, expectedNonce, idTokenExpected: true })
const { sub } = tokens.claims()
const person = await client.fetchUserInfo(config, tokens.access_token, sub)
assert.equal(person.email, 'alice@example.test')

const refreshed = await client.refreshTokenGrant(config, tokens.refresh_token)
assert.notEqual(refreshed.refresh_token, tokens.refresh_token)
assert.equal(refreshed.claims().sub, sub)

const known = await client.tokenIntrospection(config, refreshed.access_token)
assert.equal(known.active, true)
assert.equal(known.sub, sub)
await client.tokenRevocation(config, refreshed.refresh_token)
assert.equal((await client.tokenIntrospection(config, refreshed.access_token)).active, false)
await assert.rejects(
  client.refreshTokenGrant(config, refreshed.refresh_token), { error: 'invalid_grant' })

const away = client.buildEndSessionUrl(config, { id_token_hint: refreshed.id_token })
assert.equal(away.origin, issuer.origin)
finished()
