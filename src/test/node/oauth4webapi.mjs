// The same journey by oauth4webapi, which checks every answer most strictly.
import assert from 'node:assert/strict'
import * as oauth from 'oauth4webapi'
import { arguments_, finished, visits } from './person.mjs'

const { issuer, clientId, clientSecret, redirectUri } = arguments_()
const loopback = { [oauth.allowInsecureRequests]: true }
for (const algorithm of ['oidc', 'oauth2']) {
  const found = await oauth.discoveryRequest(issuer, { algorithm, ...loopback })
  assert.equal((await oauth.processDiscoveryResponse(issuer, found)).issuer, issuer.origin)
}
const server = await oauth.processDiscoveryResponse(
  issuer, await oauth.discoveryRequest(issuer, { algorithm: 'oauth2', ...loopback }))
const client = { client_id: clientId }
const proof = oauth.ClientSecretBasic(clientSecret)

const verifier = oauth.generateRandomCodeVerifier()
const state = oauth.generateRandomState()
const expectedNonce = oauth.generateRandomNonce()
const authorize = new URL(server.authorization_endpoint)
authorize.search = new URLSearchParams({
  client_id: clientId,
  redirect_uri: redirectUri,
  response_type: 'code',
  scope: 'openid email notes.read offline_access',
  code_challenge: await oauth.calculatePKCECodeChallenge(verifier),
  code_challenge_method: 'S256',
  state,
  nonce: expectedNonce
}).toString()

const landed = oauth.validateAuthResponse(server, client, await visits(authorize), state)
const redeemed = await oauth.authorizationCodeGrantRequest(
  server, client, proof, landed, redirectUri, verifier, loopback)
const tokens = await oauth.processAuthorizationCodeResponse(
  server, client, redeemed, { expectedNonce, requireIdToken: true })
await oauth.validateApplicationLevelSignature(server, redeemed, loopback)
const { sub } = oauth.getValidatedIdTokenClaims(tokens)

const person = await oauth.processUserInfoResponse(
  server, client, sub, await oauth.userInfoRequest(server, client, tokens.access_token, loopback))
assert.equal(person.email, 'alice@example.test')

const refreshed = await oauth.processRefreshTokenResponse(server, client,
  await oauth.refreshTokenGrantRequest(server, client, proof, tokens.refresh_token, loopback))
assert.notEqual(refreshed.refresh_token, tokens.refresh_token)

const asked = () => oauth.introspectionRequest(
  server, client, proof, refreshed.access_token, loopback)
assert.equal((await oauth.processIntrospectionResponse(server, client, await asked())).active, true)
await oauth.processRevocationResponse(
  await oauth.revocationRequest(server, client, proof, refreshed.refresh_token, loopback))
assert.equal((await oauth.processIntrospectionResponse(server, client, await asked())).active, false)
finished()
