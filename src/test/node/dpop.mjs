// A public client whose tokens are bound to a key of its own, by openid-client: pushed request, code, userinfo, refresh.
import assert from 'node:assert/strict'
import * as client from 'openid-client'
import { arguments_, finished, visits } from './person.mjs'

const { issuer, clientId, redirectUri } = arguments_()
const config = await client.discovery(issuer, clientId, undefined, client.None(),
  { execute: [client.allowInsecureRequests, client.enableNonRepudiationChecks] })
assert.ok(config.serverMetadata().dpop_signing_alg_values_supported.includes('ES256'))
const DPoP = client.getDPoPHandle(config, await client.randomDPoPKeyPair('ES256'))

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
}, { DPoP })

const tokens = await client.authorizationCodeGrant(config, await visits(authorize),
  { pkceCodeVerifier, expectedState, expectedNonce, idTokenExpected: true }, undefined, { DPoP })
assert.equal(tokens.token_type, 'dpop')
const { sub } = tokens.claims()
const person = await client.fetchUserInfo(config, tokens.access_token, sub, { DPoP })
assert.equal(person.email, 'alice@example.test')
await assert.rejects(client.fetchUserInfo(config, tokens.access_token, sub))

const refreshed = await client.refreshTokenGrant(config, tokens.refresh_token, undefined, { DPoP })
assert.equal(refreshed.token_type, 'dpop')
const thief = client.getDPoPHandle(config, await client.randomDPoPKeyPair('ES256'))
await assert.rejects(
  client.refreshTokenGrant(config, refreshed.refresh_token, undefined, { DPoP: thief }),
  { error: 'invalid_grant' })
finished()
