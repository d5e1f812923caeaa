// Runs a test file's own node command again elsewhere, and ends with its status: how a test puts itself where it belongs.
import { spawnSync, type StdioOptions } from 'node:child_process'

// tap follows child processes by an environment that every one of them inherits, and by replacing node:child_process, which
// puts that environment back wherever it is left out: neither may be there when the library's own children are tested.
const unfollowed = `unset NODE_OPTIONS $(env | sed -n 's/^\\(_TAPJS_PROCESSINFO_[A-Z_]*\\)=.*/\\1/p')`

/** tap talks to the test over the channel as well as over stdout: this process hands its end on. */
function channel(): { stdio: StdioOptions, env: NodeJS.ProcessEnv } {
  const fd = (process.channel as { fd?: number } | undefined)?.fd
  if (fd === undefined) return { stdio: 'inherit', env: {} }
  return { stdio: [0, 1, 2, fd], env: { NODE_CHANNEL_FD: '3' } }
}

/** `prefix` is a command that runs another; `prepare` is for the shell, before node. */
export function runAgain(prefix: readonly string[], prepare: string, added: NodeJS.ProcessEnv): never {
  const { stdio, env } = channel()
  const node = [process.execPath, ...process.execArgv.filter(word => !word.includes('@tapjs/processinfo')), ...process.argv.slice(1)]
  const [command = '', ...args] = [
    ...prefix, 'setpriv', '--pdeathsig', 'KILL',      // a killed test leaves nobody behind
    'sh', '-c', `${prepare}\n${unfollowed}\nexec "$@"`, 'test', ...node,
  ]
  const { error, status, signal } = spawnSync(command, args, { stdio, env: { ...process.env, ...env, ...added } })
  if (error) throw error
  if (signal) {
    process.removeAllListeners(signal)     // tap catches some
    process.kill(process.pid, signal)
  }
  process.exit(status ?? 1)
}
