// A client that signs its requests and gets signed answers, by openid-client (RFC 9101, JARM).
import assert from 'node:assert/strict'
import * as client from 'openid-client'
import { arguments_, finished, visits } from './person.mjs'

const { issuer, clientId, clientSecret, redirectUri } = arguments_()
const [secret, text] = clientSecret.split('|')
const jwk = JSON.parse(text)
const key = await crypto.subtle.importKey(
  'jwk', jwk, { name: 'ECDSA', namedCurve: 'P-256' }, false, ['sign'])
const config = await client.discovery(issuer, clientId,
  {
    client_secret: secret,
    authorization_signed_response_alg: 'ES256',
    userinfo_signed_response_alg: 'ES256',
    introspection_signed_response_alg: 'ES256'
  },
  client.ClientSecretBasic(secret), { execute: [client.allowInsecureRequests, client.enableNonRepudiationChecks] })
client.useJwtResponseMode(config)

const pkceCodeVerifier = client.randomPKCECodeVerifier()
const expectedState = client.randomState()
const expectedNonce = client.randomNonce()
const authorize = await client.buildAuthorizationUrlWithJAR(config, {
  redirect_uri: redirectUri,
  scope: 'openid email',
  code_challenge: await client.calculatePKCECodeChallenge(pkceCodeVerifier),
  code_challenge_method: 'S256',
  state: expectedState,
  nonce: expectedNonce
}, { key, kid: jwk.kid })
assert.ok(authorize.searchParams.has('request'))
const landed = await visits(authorize)
assert.deepEqual([...landed.searchParams.keys()], ['response'])
const tokens = await client.authorizationCodeGrant(
  config, landed, { pkceCodeVerifier, expectedState, expectedNonce, idTokenExpected: true })
assert.equal(tokens.claims().aud, clientId)
const person = await client.fetchUserInfo(config, tokens.access_token, tokens.claims().sub)
assert.equal(person.email, 'alice@example.test')
const known = await client.tokenIntrospection(config, tokens.access_token)
assert.equal(known.active, true)
finished()
