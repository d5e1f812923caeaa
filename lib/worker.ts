// Workers whose thread lives in a network namespace. The thread itself enters, before anything of the user's runs in it,
// and stays to its end; the thread that starts the Worker never leaves its own.

import { isAbsolute, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { Worker, type WorkerOptions } from 'node:worker_threads'
import { rangeError, typeError } from './errors.ts'
import { innerOf } from './inner.ts'
import { type NamespaceHandle } from './native.ts'
import { type Netns } from './netns.ts'
import { startPool } from './pool.ts'
import { withResidence, type Residence } from './residence.ts'
import { snapshot } from './values.ts'

/** Node's own, without `eval`: a `data:` URL holds a program, too. */
export type NetnsWorkerOptions = Omit<WorkerOptions, 'eval'>

const WORKER_OPTIONS = new Set<keyof WorkerOptions>(['argv', 'env', 'execArgv', 'name', 'resourceLimits', 'stderr', 'stdin', 'stdout',
  'trackUnmanagedFds', 'transferList', 'workerData'])

// The descriptor has to be open until the Worker has entered, whoever closes the Netns: a running Worker is not collected.
const holds = new WeakMap<Worker, NamespaceHandle>()

/** See `Netns#worker`. */
export function startWorker(netns: Netns, url: string | URL, options: NetnsWorkerOptions = {}): Worker {
  const { handle } = innerOf(netns)
  const href = moduleUrl(url)
  const settings = snapshot<WorkerOptions>(options, WORKER_OPTIONS, 'options') as WorkerOptions   // Node checks their types
  startPool()
  const held = handle.share()
  try {
    const worker = startThere({ fd: held.fd, inode: held.inode, device: held.device, name: netns.name, url: href }, settings)
    holds.set(worker, held)
    worker.once('exit', () => held.close())
    return worker
  } catch (error) {
    held.close()
    throw error
  }
}

function startThere(residence: Residence, settings: WorkerOptions): Worker {
  const entry = new URL(import.meta.url.endsWith('.ts') ? './worker-entry.ts' : './worker-entry.js', import.meta.url)
  return withResidence(residence, () => new Worker(entry, settings))
}

/** As Node has it: an absolute path, one that begins with ./ or ../, or a URL. */
function moduleUrl(url: unknown): string {
  if (url instanceof URL) {
    if (!['file:', 'data:'].includes(url.protocol)) throw rangeError('url', `${url.protocol} is neither file: nor data:`)
    return url.href
  }
  if (typeof url !== 'string') throw typeError('url', 'a path or a URL is wanted')
  if (!isAbsolute(url) && !/^\.\.?\//.test(url)) throw rangeError('url', 'a path is absolute or begins with ./ or ../, any other address is a URL object')
  return pathToFileURL(resolve(url)).href
}
