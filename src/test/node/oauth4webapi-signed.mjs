// A client that signs its requests and gets signed answers, by oauth4webapi (RFC 9101, JARM, RFC 9701).
import assert from 'node:assert/strict'
import * as oauth from 'oauth4webapi'
import { arguments_, finished, visits } from './person.mjs'

const { issuer, clientId, clientSecret, redirectUri } = arguments_()
const loopback = { [oauth.allowInsecureRequests]: true }
const server = await oauth.processDiscoveryResponse(issuer, await oauth.discoveryRequest(issuer, loopback))
const [secret, text] = clientSecret.split('|')
const client = {
  client_id: clientId,
  authorization_signed_response_alg: 'ES256',
  userinfo_signed_response_alg: 'ES256',
  introspection_signed_response_alg: 'ES256'
}
const jwk = JSON.parse(text)
const key = await crypto.subtle.importKey(
  'jwk', jwk, { name: 'ECDSA', namedCurve: 'P-256' }, false, ['sign'])
const proof = oauth.ClientSecretBasic(secret)

const verifier = oauth.generateRandomCodeVerifier()
const state = oauth.generateRandomState()
const expectedNonce = oauth.generateRandomNonce()
const request = await oauth.issueRequestObject(server, client, {
  redirect_uri: redirectUri,
  response_type: 'code',
  response_mode: 'jwt',
  scope: 'openid email',
  code_challenge: await oauth.calculatePKCECodeChallenge(verifier),
  code_challenge_method: 'S256',
  state,
  nonce: expectedNonce
}, { key, kid: jwk.kid })
const authorize = new URL(server.authorization_endpoint)
authorize.search = new URLSearchParams({ client_id: clientId, request }).toString()

const landed = await oauth.validateJwtAuthResponse(server, client, await visits(authorize), state, loopback)
const redeemed = await oauth.authorizationCodeGrantRequest(
  server, client, proof, landed, redirectUri, verifier, loopback)
const tokens = await oauth.processAuthorizationCodeResponse(
  server, client, redeemed, { expectedNonce, requireIdToken: true })
const { sub } = oauth.getValidatedIdTokenClaims(tokens)

const told = await oauth.userInfoRequest(server, client, tokens.access_token, loopback)
assert.equal((await oauth.processUserInfoResponse(server, client, sub, told)).email, 'alice@example.test')
await oauth.validateApplicationLevelSignature(server, told, loopback)
const asked = await oauth.introspectionRequest(
  server, client, proof, tokens.access_token, { requestJwtResponse: true, ...loopback })
assert.equal((await oauth.processIntrospectionResponse(server, client, asked)).active, true)
await oauth.validateApplicationLevelSignature(server, asked, loopback)
finished()
