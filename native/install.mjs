// The package's install script: uses a prebuilt addon that loads, else compiles one against the headers that lie beside
// the running node, so that it needs neither a home directory nor a download. Deliberately free of dependencies other
// than node-gyp-build: it runs wherever the package is installed.
//   --incremental   compile what has changed, without asking for a prebuilt addon
//   --prebuilt      (in prebuildify's hook) put netns-exec beside the addon in prebuilds/
import { spawnSync } from 'node:child_process'
import { accessSync, constants, copyFileSync, existsSync, mkdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const require = createRequire(import.meta.url)

/** The environment for node-gyp: the headers of the running node, unless something else says where they are. */
function buildEnvironment() {
  const env = { JOBS: 'max', ...process.env }
  const prefix = dirname(dirname(process.execPath))
  const configured = ['nodedir', 'disturl', 'dist_url', 'tarball'].some(key => env[`npm_config_${key}`])
  if (!configured && existsSync(join(prefix, 'include/node/common.gypi'))) env.npm_config_nodedir = prefix
  return env
}

/** The project's own node-gyp, else the one that npm brings along. */
function nodeGypCommand() {
  try {
    return [process.execPath, require.resolve('node-gyp/bin/node-gyp.js')]
  } catch (error) {
    if (error.code !== 'MODULE_NOT_FOUND') throw error
  }
  const bundled = process.env.npm_config_node_gyp
  return bundled ? [process.execPath, bundled] : ['node-gyp']
}

function run([command, ...args], options = {}) {
  const { error, status, signal } = spawnSync(command, args, { cwd: root, stdio: 'inherit', ...options })
  if (error) throw error
  if (status !== 0) {
    console.error(`${command} ${args.join(' ')}: ${signal ?? `exit status ${status}`}`)
    process.exit(status ?? 1)
  }
}

/** Says why the addon or netns-exec cannot be used. In a process of its own: a broken addon may take it down. */
function defect() {
  const script = 'require("node-gyp-build")(process.argv[1]); console.log(require("node-gyp-build").path(process.argv[1]))'
  const { status, stdout, stderr } = spawnSync(process.execPath, ['-e', script, root], { cwd: root, encoding: 'utf8' })
  if (status !== 0) return stderr || 'the addon does not load'
  try {
    accessSync(join(dirname(stdout.trim()), 'netns-exec'), constants.X_OK)
  } catch (error) {
    return error.message
  }
  return undefined
}

function copyBesideAddon() {
  const folder = join(root, 'prebuilds', `${process.env.PREBUILD_PLATFORM}-${process.env.PREBUILD_ARCH}`)
  mkdirSync(folder, { recursive: true })
  copyFileSync(join(root, 'build/Release/netns-exec'), join(folder, 'netns-exec'))
  run([process.env.PREBUILD_STRIP_BIN || 'strip', join(folder, 'netns-exec')])
}

const [mode] = process.argv.slice(2)
if (mode === '--prebuilt') {
  copyBesideAddon()
} else if (mode === '--incremental') {
  run([...nodeGypCommand(), 'configure', 'build'], { env: buildEnvironment() })
} else if (process.env.npm_config_build_from_source === 'true' || defect()) {
  run([...nodeGypCommand(), 'rebuild'], { env: buildEnvironment() })
  const broken = defect()
  if (broken) {
    console.error(broken)
    process.exit(1)
  }
}
