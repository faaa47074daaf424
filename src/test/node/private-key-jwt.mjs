// A client that has a key instead of a secret: its requests are pushed, and its tokens asked for, by openid-client.
import assert from 'node:assert/strict'
import * as client from 'openid-client'
import { arguments_, finished, visits } from './person.mjs'

const { issuer, clientId, clientSecret, redirectUri } = arguments_()
const jwk = JSON.parse(clientSecret)
const key = await crypto.subtle.importKey(
  'jwk', jwk, { name: 'ECDSA', namedCurve: 'P-256' }, false, ['sign'])
const config = await client.discovery(
  issuer, clientId, undefined, client.PrivateKeyJwt({ key, kid: jwk.kid }),
  { execute: [client.allowInsecureRequests, client.enableNonRepudiationChecks] })

const pkceCodeVerifier = client.randomPKCECodeVerifier()
const expectedState = client.randomState()
const expectedNonce = client.randomNonce()
const authorize = await client.buildAuthorizationUrlWithPAR(config, {
  redirect_uri: redirectUri,
  scope: 'openid email notes.read offline_access',
  code_challenge: await client.calculatePKCECodeChallenge(pkceCodeVerifier),
  code_challenge_method: 'S256',
  state: expectedState,
  nonce: expectedNonce
})
assert.deepEqual([...authorize.searchParams.keys()].sort(), ['client_id', 'request_uri'])

const tokens = await client.authorizationCodeGrant(
  config, await visits(authorize), { pkceCodeVerifier, expectedState, expectedNonce, idTokenExpected: true })
const refreshed = await client.refreshTokenGrant(config, tokens.refresh_token)
assert.equal(refreshed.claims().sub, tokens.claims().sub)
assert.equal((await client.tokenIntrospection(config, refreshed.access_token)).active, true)
await client.tokenRevocation(config, refreshed.refresh_token)
assert.equal((await client.tokenIntrospection(config, refreshed.access_token)).active, false)
finished()
