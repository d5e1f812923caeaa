// An archive in the format of cpio(5), "new ASCII", in which the kernel takes its first file system. Only what that needs:
// folders and files, all of root's; no links, no devices.

export interface Entry {
  readonly path: string
  /** Left out: a folder. */
  readonly content?: Uint8Array
  readonly executable?: boolean
}

const S_IFDIR = 0o040000
const S_IFREG = 0o100000

const padding = (length: number): Buffer => Buffer.alloc(-length & 3)

/** A header: the magic number and thirteen numbers of eight hexadecimal digits; the name with its end follows. */
function record(path: string, mode: number, content: Uint8Array, inode: number): Buffer[] {
  const name = Buffer.from(`${path}\0`)
  const numbers = [inode, mode, 0, 0, 1, 0, content.length, 0, 0, 0, 0, name.length, 0]
  const header = Buffer.from(`070701${numbers.map((one) => one.toString(16).padStart(8, '0')).join('')}`)
  return [header, name, padding(header.length + name.length), Buffer.from(content), padding(content.length)]
}

/** The archive; a folder stands before what is in it. */
export function archive(entries: readonly Entry[]): Buffer {
  const records = entries.flatMap(({ path, content, executable }, index) => {
    const mode = content ? S_IFREG | (executable ? 0o755 : 0o644) : S_IFDIR | 0o755
    return record(path, mode, content ?? Buffer.alloc(0), index + 1)
  })
  return Buffer.concat([...records, ...record('TRAILER!!!', 0, Buffer.alloc(0), 0)])
}
