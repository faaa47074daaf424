// The person at the browser, who is played by the test that started this script:
// told where to go on standard output, and answering where it ended on standard input.
import { createInterface } from 'node:readline'

const lines = createInterface({ input: process.stdin })[Symbol.asyncIterator]()

export async function visits(url) {
  console.log(`VISIT ${url.href}`)
  const { value } = await lines.next()
  return new URL(value)
}

export function arguments_() {
  const [issuer, clientId, clientSecret, redirectUri] = process.argv.slice(2)
  return { issuer: new URL(issuer), clientId, clientSecret, redirectUri }
}

export function finished() {
  console.log('FINISHED')
  process.exit(0)
}
