// How clients with certificates connect: by the names that the metadata has, to the ports of the test's proxy.
import { createPrivateKey } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { Agent, buildConnector, fetch } from 'undici'

/** A fetch that shows this certificate, by its name in the test's arguments, to whoever asks; none without a name. */
export function showing(text, name) {
  const { port, certificates, trusted, key, ...files } = JSON.parse(text)
  const shown = name && {
    cert: readFileSync(files[name]),
    key: createPrivateKey({ key, format: 'jwk' }).export({ type: 'pkcs8', format: 'pem' })
  }
  const connector = buildConnector({ ca: readFileSync(trusted), ...shown })
  const dispatcher = new Agent({
    connect: ({ hostname, ...options }, callback) => connector({
      ...options,
      servername: hostname,
      hostname: '127.0.0.1',
      port: hostname.startsWith('mtls.') ? certificates : port
    }, callback)
  })
  return (url, options) => fetch(url, { ...options, dispatcher })
}
