// Debian's packages, unpacked into a cache instead of installed, with lists of their own: the machine's apt knows nothing of
// it. A package that is there already is not asked for again; removing the cache is how to get a newer one.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { cacheFolder } from '../cache.ts'

/** Where unpacked packages are kept. */
export const cache = cacheFolder('kernels')

/** Runs a command for what it prints; its words are the error when it fails. */
export function run(command: string, args: readonly string[], cwd = '/'): string {
  const { status, error, stdout, stderr } = spawnSync(command, args, { cwd, encoding: 'utf8', maxBuffer: 1 << 28 })
  if (error) throw error
  if (status !== 0) throw new Error(`${command} ${args.join(' ')}: ${stderr}`)
  return stdout
}

/** The Debian mirror that this machine is configured for: the first that serves its own release. */
function mirror(): string {
  const release = run('sh', ['-c', '. /etc/os-release && echo "${VERSION_CODENAME:-}"']).trim()
  const targets = run('apt-get', ['indextargets', '--format', '$(RELEASE) $(COMPONENT) $(REPO_URI)', 'Created-By: Packages'])
  const found = targets.split('\n').map((line) => line.split(' ')).find(([name, component]) => name === release && component === 'main')
  if (!found?.[2]) throw new Error('no Debian mirror is configured')
  return found[2]
}

/** The options that keep apt to one suite and to files of its own. */
function aptOptions(suite: string): string[] {
  const folder = join(cache, 'apt', suite)
  for (const name of ['lists/partial', 'cache/archives/partial']) mkdirSync(join(folder, name), { recursive: true })
  writeFileSync(join(folder, 'sources.list'), `deb [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] ${mirror()} ${suite} main\n`)
  return [
    '-qq', '-o', `Dir::Etc::sourcelist=${folder}/sources.list`, '-o', 'Dir::Etc::sourceparts=-', '-o', `Dir::State::lists=${folder}/lists`,
    '-o', `Dir::Cache=${folder}/cache`, '-o', 'APT::Sandbox::User=', '-o', 'APT::Update::Error-Mode=any',
  ]
}

/** The package of that name, or what a package that only names another depends on. */
function resolved(options: readonly string[], name: string): string {
  if (!name.startsWith('linux-image-')) return name
  const depends = /^ *Depends: (linux-image-\S+)$/m.exec(run('apt-cache', [...options, 'depends', name]))?.[1]
  if (!depends) throw new Error(`${name} names no kernel`)
  return depends
}

/** Fetches packages of a suite and unpacks them together into a folder, which is returned. */
export function unpacked(folder: string, suite: string, names: readonly string[]): string {
  const target = join(cache, folder)
  if (existsSync(target)) return target
  const options = aptOptions(suite)
  run('apt-get', [...options, 'update'])
  const scratch = mkdtempSync(join(cache, 'unpacking-'))
  try {
    const tree = join(scratch, 'tree')
    run('apt-get', [...options, 'download', ...names.map((name) => resolved(options, name))], scratch)
    for (const file of readdirSync(scratch).filter((name) => name.endsWith('.deb'))) run('dpkg', ['-x', file, tree], scratch)
    renameSync(tree, target)
  } finally {
    rmSync(scratch, { recursive: true, force: true })
  }
  return target
}
