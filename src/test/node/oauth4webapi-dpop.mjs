// A client with a key that pushes its requests and binds its tokens, by oauth4webapi (RFC 7523, RFC 9126, RFC 9449).
import assert from 'node:assert/strict'
import * as oauth from 'oauth4webapi'
import { arguments_, finished, visits } from './person.mjs'

const { issuer, clientId, clientSecret, redirectUri } = arguments_()
const loopback = { [oauth.allowInsecureRequests]: true }
const server = await oauth.processDiscoveryResponse(issuer, await oauth.discoveryRequest(issuer, loopback))
const client = { client_id: clientId }
const jwk = JSON.parse(clientSecret)
const key = await crypto.subtle.importKey(
  'jwk', jwk, { name: 'ECDSA', namedCurve: 'P-256' }, false, ['sign'])
const proof = oauth.PrivateKeyJwt({ key, kid: jwk.kid })
const DPoP = oauth.DPoP(client, await oauth.generateKeyPair('ES256'))

const verifier = oauth.generateRandomCodeVerifier()
const state = oauth.generateRandomState()
const expectedNonce = oauth.generateRandomNonce()
const pushed = await oauth.processPushedAuthorizationResponse(server, client,
  await oauth.pushedAuthorizationRequest(server, client, proof, {
    redirect_uri: redirectUri,
    response_type: 'code',
    scope: 'openid email notes.read offline_access',
    code_challenge: await oauth.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
    state,
    nonce: expectedNonce
  }, { DPoP, ...loopback }))
const authorize = new URL(server.authorization_endpoint)
authorize.search = new URLSearchParams({ client_id: clientId, request_uri: pushed.request_uri }).toString()

const landed = oauth.validateAuthResponse(server, client, await visits(authorize), state)
const redeemed = await oauth.authorizationCodeGrantRequest(
  server, client, proof, landed, redirectUri, verifier, { DPoP, ...loopback })
const tokens = await oauth.processAuthorizationCodeResponse(
  server, client, redeemed, { expectedNonce, requireIdToken: true })
assert.equal(tokens.token_type, 'dpop')
const { sub } = oauth.getValidatedIdTokenClaims(tokens)
const person = await oauth.processUserInfoResponse(server, client, sub,
  await oauth.userInfoRequest(server, client, tokens.access_token, { DPoP, ...loopback }))
assert.equal(person.email, 'alice@example.test')
const refreshed = await oauth.processRefreshTokenResponse(server, client,
  await oauth.refreshTokenGrantRequest(server, client, proof, tokens.refresh_token, { DPoP, ...loopback }))
assert.equal(refreshed.token_type, 'dpop')
finished()
