// A virtual machine that runs a program under another kernel with this machine's own files: qemu with neither disks nor a
// network. The guest sees / as it is here, below a layer in memory that takes what it writes, and one folder that both share.
// KVM is used where the processor has it, otherwise qemu's translator, at a tenth to a thirtieth of the speed.
import { spawnSync } from 'node:child_process'
import { accessSync, constants, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { archive, type Entry } from './cpio.ts'
import { run, unpacked } from './debian.ts'

export interface Kernel {
  /** What `uname -r` says under it. */
  readonly release: string
  /** What its package unpacks: boot/vmlinuz-RELEASE and lib/modules/RELEASE. */
  readonly folder: string
}

/** Debian's kernels, with the suite that has each. */
const suites: { readonly [version: string]: string } = { '6.1': 'bookworm', '6.12': 'bookworm-backports' }

export const versions: readonly string[] = Object.keys(suites)

/** Fetches one, unless it is there. */
export function kernel(version: string): Kernel {
  const suite = suites[version]
  if (!suite) throw new Error(`no such kernel: ${version}, only ${versions.join(', ')}`)
  const folder = unpacked(version, suite, ['linux-image-amd64'])
  const [release = ''] = readdirSync(join(folder, 'lib/modules'))
  if (!readdirSync(join(folder, 'lib/modules', release)).includes('modules.dep.bin')) run('depmod', ['-b', folder, release])
  return { release, folder }
}

/** Nothing of this is in Debian's kernels before they have loaded it; a kernel that has it built in names no file. */
const firstModules = ['virtio_pci', '9pnet_virtio', '9p', 'overlay']

function modules({ release, folder }: Kernel): Entry[] {
  const lines = firstModules.flatMap((name) => run('modprobe', ['-d', folder, '-S', release, '--show-depends', name]).split('\n'))
  const files = lines.flatMap((line) => /^insmod (\S+)/.exec(line)?.[1] ?? [])
  return [...new Set(files)].map((file, index) => {
    const name = `${String(index).padStart(2, '0')}-${basename(file).replace(/\.[xg]z$/, '')}`
    return { path: `modules/${name}`, content: file.endsWith('.xz') ? Buffer.from(run('sh', ['-c', `busybox xzcat ${file} | base64`]), 'base64') : readFileSync(file) }
  })
}

// The first program of the guest: mounts, and hands over to the second.
const init = (folder: string, share: string): string => `#!/busybox sh
b=/busybox
$b mount -t proc proc /proc
for module in /modules/*; do $b insmod $module; done
p9=trans=virtio,version=9p2000.L,msize=512000
$b mount -t 9p -o ro,cache=loose,$p9 root /lower
$b mount -t tmpfs -o size=90% memory /upper
$b mkdir /upper/files /upper/work
$b mount -t overlay -o lowerdir=/lower,upperdir=/upper/files,workdir=/upper/work root /root
$b mount -t tmpfs -o mode=755 run /root/run
$b mount -t proc proc /root/proc
$b mount -t sysfs sys /root/sys
$b mount -t devtmpfs dev /root/dev
$b mkdir -p /root/dev/pts /root/dev/shm /root/dev/net /root/lib/modules
$b mount -t devpts pts /root/dev/pts
$b mount -t tmpfs shm /root/dev/shm
$b mount -o bind '/lower${folder}/lib/modules' /root/lib/modules
$b mount -t 9p -o $p9 share '/root${share}'
exec $b switch_root /root /bin/sh '${share}/second'
`

// The second: does what is wanted, and turns the machine off.
const second = (share: string): string => `
export PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin HOME=/root
[ -e /dev/fd ] || ln -s /proc/self/fd /dev/fd
[ -e /dev/net/tun ] || mknod /dev/net/tun c 10 200
ip link set lo up
sh '${share}/program' </dev/null >'${share}/output' 2>&1
echo $? >'${share}/status'
sync
echo o >/proc/sysrq-trigger
sleep 100
`

/** Whether KVM can be used: the device alone may be there without anything behind it. */
function accelerated(): boolean {
  if (!/^flags.* (vmx|svm) /m.test(readFileSync('/proc/cpuinfo', 'utf8'))) return false
  try {
    accessSync('/dev/kvm', constants.R_OK | constants.W_OK)
    return true
  } catch {
    return false
  }
}

export interface Options {
  readonly processors?: number
  /** Megabytes. */
  readonly memory?: number
  /** Seconds after which the machine is turned off. */
  readonly timeout?: number
}

function words({ release, folder }: Kernel, share: string, { processors = 1, memory = 2048 }: Options): string[] {
  const files = (path: string, tag: string, more = ''): string[] =>
    ['-virtfs', `local,path=${path},mount_tag=${tag},security_model=none,multidevs=remap${more}`]
  return [
    ...(accelerated() ? ['-accel', 'kvm', '-cpu', 'host'] : ['-accel', 'tcg,thread=multi', '-cpu', 'max,la57=off']),
    '-machine', 'q35', '-m', String(memory), '-smp', String(processors),
    '-nodefaults', '-no-user-config', '-no-reboot', '-display', 'none', '-nic', 'none', '-serial', `file:${share}/console`,
    '-kernel', `${folder}/boot/vmlinuz-${release}`, '-initrd', `${share}/initrd`,
    '-append', 'console=ttyS0 quiet panic=-1 mitigations=off random.trust_cpu=on',
    ...files('/', 'root', ',readonly=on'), ...files(share, 'share'),
  ]
}

export interface Outcome {
  /** The program's exit status; undefined where the machine ended before the program. */
  readonly status: number | undefined
  /** What the program wrote, to stdout and to stderr. */
  readonly output: string
  /** What the kernel wrote. */
  readonly console: string
}

function firstFiles(kernel: Kernel, share: string): Buffer {
  const folders = ['proc', 'modules', 'lower', 'upper', 'root'].map((path) => ({ path }))
  const busybox = { path: 'busybox', content: readFileSync('/bin/busybox'), executable: true }
  const first = { path: 'init', content: Buffer.from(init(kernel.folder, share)), executable: true }
  return archive([...folders, busybox, ...modules(kernel), first])
}

/** A file's text, empty where there is none. */
export const textOf = (file: string): string => readFileSync(file, { encoding: 'utf8', flag: 'a+' })

/**
 * Runs a shell program as root under that kernel and waits for its end. `program` writes it, and `collect` reads what it left: both
 * see the folder that host and guest share, which has the same path in either.
 */
export function boot(kernel: Kernel, program: (share: string) => string, options: Options = {}, collect?: (share: string) => void): Outcome {
  const share = mkdtempSync(join(tmpdir(), 'netns-native-vm-'))
  try {
    writeFileSync(join(share, 'initrd'), firstFiles(kernel, share))
    writeFileSync(join(share, 'second'), second(share))
    writeFileSync(join(share, 'program'), program(share))
    const { error } = spawnSync('qemu-system-x86_64', words(kernel, share, options), { stdio: ['ignore', 'inherit', 'inherit'], timeout: (options.timeout ?? 600) * 1000 })
    if (error && (error as NodeJS.ErrnoException).code !== 'ETIMEDOUT') throw error
    collect?.(share)
    const [status, output, console] = ['status', 'output', 'console'].map((name) => textOf(join(share, name))) as [string, string, string]
    return { status: status === '' ? undefined : Number(status), output, console }
  } finally {
    rmSync(share, { recursive: true, force: true })
  }
}
