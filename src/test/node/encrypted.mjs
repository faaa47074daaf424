// A client that alone can read what it is told, and whose requests the server alone can read, by openid-client and
// jose, which have no part in the server (RFC 7516, RFC 9101 §6.1, JARM §2.2, RFC 9701 §5).
import assert from 'node:assert/strict'
import { CompactEncrypt, SignJWT, createLocalJWKSet, decodeProtectedHeader, importJWK, jwtVerify } from 'jose'
import * as client from 'openid-client'
import { arguments_, finished, visits } from './person.mjs'

const { issuer, clientId, clientSecret, redirectUri } = arguments_()
const { registered, signing, own } = JSON.parse(clientSecret)
const config = await client.discovery(
  issuer, clientId, registered, client.ClientSecretBasic(registered.client_secret),
  { execute: [client.allowInsecureRequests, client.enableNonRepudiationChecks] })
client.useJwtResponseMode(config)
client.enableDecryptingResponses(
  config, undefined, { key: await importJWK(own, own.kty === 'RSA' ? 'RSA-OAEP-256' : 'ECDH-ES'), kid: own.kid })
let came
config[client.customFetch] = async (url, options) => {
  const answer = await fetch(url, options)
  if (answer.headers.get('content-type')?.includes('jwt')) came = await answer.clone().text()
  return answer
}
const { issuer: audience, jwks_uri } = config.serverMetadata()
const published = await (await fetch(jwks_uri)).json()

/** The request, signed, then encrypted to the key that the server has for it. */
async function sealed(parameters) {
  const { request_object_encryption_alg: alg, request_object_encryption_enc: enc } = registered
  const to = published.keys.find(key => key.use === 'enc' && key.alg === alg)
  const signed = await new SignJWT({ client_id: clientId, ...parameters })
    .setProtectedHeader({ alg: 'ES256', kid: signing.kid, typ: 'oauth-authz-req+jwt' })
    .setIssuer(clientId).setAudience(audience).setIssuedAt().setExpirationTime('1m')
    .sign(await importJWK(signing, 'ES256'))
  return new CompactEncrypt(new TextEncoder().encode(signed))
    .setProtectedHeader({ alg, enc, cty: 'JWT', kid: to.kid })
    .encrypt(await importJWK(to))
}

/** What an answer says, which was encrypted as is registered for such answers, and inside is signed for this client. */
async function said(what, encrypted, inside) {
  const { alg, enc, cty, kid } = decodeProtectedHeader(encrypted)
  const [wantedAlg, wantedEnc] = ['alg', 'enc'].map(name => registered[`${what}_encrypted_response_${name}`])
  assert.deepEqual({ alg, enc, cty, kid }, { alg: wantedAlg, enc: wantedEnc, cty: 'JWT', kid: own.kid })
  const algorithms = [registered[`${what}_signed_response_alg`] ?? 'RS256']
  return (await jwtVerify(inside, createLocalJWKSet(published), { issuer: audience, audience: clientId, algorithms }))
    .payload
}

for (const [asks, by] of
  [[client.buildAuthorizationUrl, 'request'], [client.buildAuthorizationUrlWithPAR, 'request_uri']]) {
  const pkceCodeVerifier = client.randomPKCECodeVerifier()
  const expectedState = client.randomState()
  const expectedNonce = client.randomNonce()
  const authorize = await asks(config, {
    request: await sealed({
      redirect_uri: redirectUri,
      response_type: 'code',
      response_mode: 'jwt',
      scope: 'openid email',
      code_challenge: await client.calculatePKCECodeChallenge(pkceCodeVerifier),
      code_challenge_method: 'S256',
      state: expectedState,
      nonce: expectedNonce
    })
  })
  assert.deepEqual([...authorize.searchParams.keys()].sort(), ['client_id', by])

  const landed = await visits(authorize)
  assert.deepEqual([...landed.searchParams.keys()], ['response'])
  const tokens = await client.authorizationCodeGrant(
    config, landed, { pkceCodeVerifier, expectedState, expectedNonce, idTokenExpected: true })
  const { authorization_response, id_token } = client.getDecryptedResponses(tokens)
  const answer = await said('authorization', landed.searchParams.get('response'), authorization_response)
  assert.equal(answer.state, expectedState)
  const { sub, nonce } = await said('id_token', tokens.id_token, id_token.token_endpoint)
  assert.equal(nonce, expectedNonce)
  assert.equal(sub, tokens.claims().sub)

  const person = await client.fetchUserInfo(config, tokens.access_token, sub)
  assert.deepEqual(person, await said('userinfo', came, client.getDecryptedResponses(person)))
  assert.equal(person.sub, sub)
  assert.equal(person.email, 'alice@example.test')
  const known = await client.tokenIntrospection(config, tokens.access_token)
  const { token_introspection } = await said('introspection', came, client.getDecryptedResponses(known))
  assert.deepEqual(known, token_introspection)
  assert.equal(known.active, true)
  assert.equal(known.sub, sub)
  assert.equal(known.client_id, clientId)
}
finished()
