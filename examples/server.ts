// An HTTP server as a process of its own in a namespace, and a client of it in another. Both are Node, so that nothing
// else need be installed. The server ends with its standard input: not even a killed example leaves it behind.

import { type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { type Netns } from '../lib/index.ts'

const serverScript = `
  const [host, port, text] = process.argv.slice(1)
  require('node:http').createServer((request, response) => response.end(text)).listen(port, host, () => console.log('listening'))
  process.stdin.resume().on('end', () => process.exit())`

const clientScript = `
  require('node:http').get(process.argv[1], { agent: false, timeout: 5000 }, (response) => response.pipe(process.stdout))`

/** A process that runs until the end of its scope. */
export class Running implements AsyncDisposable {
  readonly pid: number
  readonly #child: ChildProcess
  readonly #ended: Promise<unknown>

  private constructor(child: ChildProcess) {
    this.pid = child.pid ?? 0
    this.#child = child
    this.#ended = once(child, 'close')
  }

  /** Resolves when the command runs, and so is in its namespace. */
  static async start(child: ChildProcess): Promise<Running> {
    await once(child, 'spawn')
    return new Running(child)
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#child.stdin?.end()
    await this.#ended
  }
}

/** `ip netns exec NAME node server.js`; resolves when it listens. */
export async function serve(netns: Netns, host: string, port: number, text: string): Promise<Running> {
  const child = netns.spawn(process.execPath, ['-e', serverScript, host, String(port), text], { stdio: ['pipe', 'pipe', 'inherit'] })
  const first = child.stdout === null ? undefined : Promise.race([once(child.stdout, 'data'), once(child, 'exit')])
  const running = await Running.start(child)
  const [word] = await first ?? []
  if (!String(word).startsWith('listening')) throw new Error(`the server on port ${port} did not start`)
  return running
}

/** `ip netns exec NAME curl URL` */
export async function fetchFrom(netns: Netns, url: string): Promise<string> {
  const { stdout } = await netns.exec(process.execPath, ['-e', clientScript, url], { timeout: 10_000 })
  return stdout
}
