// A client that proves itself by its certificate, which its tokens are bound to, by openid-client (RFC 8705).
import assert from 'node:assert/strict'
import * as client from 'openid-client'
import { showing } from './connection.mjs'
import { arguments_, finished, visits } from './person.mjs'

const { issuer, clientSecret, redirectUri } = arguments_()
const config = await client.discovery(
  issuer, 'payments',
  { use_mtls_endpoint_aliases: true, id_token_signed_response_alg: 'ES256' }, client.TlsClientAuth(),
  { execute: [client.enableNonRepudiationChecks], [client.customFetch]: showing(clientSecret, 'issued') })

const pkceCodeVerifier = client.randomPKCECodeVerifier()
const expectedState = client.randomState()
const expectedNonce = client.randomNonce()
const authorize = await client.buildAuthorizationUrlWithPAR(config, {
  redirect_uri: redirectUri,
  scope: 'openid profile notes.read',
  code_challenge: await client.calculatePKCECodeChallenge(pkceCodeVerifier),
  code_challenge_method: 'S256',
  state: expectedState,
  nonce: expectedNonce
})
assert.equal(authorize.host, issuer.host)
const tokens = await client.authorizationCodeGrant(
  config, await visits(authorize), { pkceCodeVerifier, expectedState, expectedNonce, idTokenExpected: true })
const { sub } = tokens.claims()
const known = await client.tokenIntrospection(config, tokens.access_token)
assert.equal(known.active, true)
assert.ok(known.cnf['x5t#S256'])
assert.equal((await client.fetchUserInfo(config, tokens.access_token, sub)).sub, sub)

config[client.customFetch] = showing(clientSecret, 'self-signed')
await assert.rejects(client.fetchUserInfo(config, tokens.access_token, sub))
await assert.rejects(client.clientCredentialsGrant(config, { scope: 'notes.read' }), { status: 401 })
finished()
