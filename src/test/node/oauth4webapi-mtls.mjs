// A service whose certificate nobody but itself has signed, by oauth4webapi (RFC 8705 §2.2).
import assert from 'node:assert/strict'
import * as oauth from 'oauth4webapi'
import { showing } from './connection.mjs'
import { arguments_, finished } from './person.mjs'

const { issuer, clientSecret } = arguments_()
const mine = { [oauth.customFetch]: showing(clientSecret, 'self-signed') }
const anothers = { [oauth.customFetch]: showing(clientSecret, 'issued') }
const nobodys = { [oauth.customFetch]: showing(clientSecret) }
const server = await oauth.processDiscoveryResponse(
  issuer, await oauth.discoveryRequest(issuer, { algorithm: 'oauth2', ...nobodys }))
const client = { client_id: 'branch', use_mtls_endpoint_aliases: true }
const proof = oauth.TlsClientAuth()
const token = async by => oauth.processClientCredentialsResponse(server, client,
  await oauth.clientCredentialsGrantRequest(server, client, proof, { scope: 'notes.read' }, by))

const { access_token } = await token(mine)
const known = await oauth.processIntrospectionResponse(server, client,
  await oauth.introspectionRequest(server, client, proof, access_token, mine))
assert.equal(known.active, true)
assert.equal(known.client_id, 'branch')
await assert.rejects(token(anothers), { status: 401 })
await assert.rejects(token(nobodys), { status: 401 })
finished()
