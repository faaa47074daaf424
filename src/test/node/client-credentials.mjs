// A service's token by both libraries, checked as an API of ours would check it.
import assert from 'node:assert/strict'
import * as oauth from 'oauth4webapi'
import * as client from 'openid-client'
import { arguments_, finished } from './person.mjs'

const { issuer, clientId, clientSecret } = arguments_()
const loopback = { [oauth.allowInsecureRequests]: true }
const config = await client.discovery(
  issuer, clientId, clientSecret, client.ClientSecretBasic(clientSecret),
  { execute: [client.allowInsecureRequests] })
const first = await client.clientCredentialsGrant(config, { scope: 'notes.read' })
assert.equal(first.token_type, 'bearer')
assert.equal(first.refresh_token, undefined)

const server = await oauth.processDiscoveryResponse(
  issuer, await oauth.discoveryRequest(issuer, loopback))
const me = { client_id: clientId }
const second = await oauth.processClientCredentialsResponse(server, me,
  await oauth.clientCredentialsGrantRequest(
    server, me, oauth.ClientSecretBasic(clientSecret), { scope: 'notes.read' }, loopback))
const request = new Request('https://api.test/notes/1', {
  headers: { authorization: `Bearer ${second.access_token}` }
})
const claims = await oauth.validateJwtAccessToken(
  server, request, 'https://api.test/notes', loopback)
assert.equal(claims.client_id, clientId)
assert.equal(claims.scope, 'notes.read')
finished()
