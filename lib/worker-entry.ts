// The program that every Worker of `Netns#worker` begins with: it moves its own thread into the namespace, then runs the
// user's program. Nothing imports it.

import { fileURLToPath } from 'node:url'
import { NetnsError } from './errors.ts'
import { native } from './native.ts'
import { namespaceHint } from './privilege.ts'
import { takeResidence } from './residence.ts'
import { askInside } from './worker-names.ts'

const { fd, inode, device, name, url } = takeResidence()
const facts = native.moveIn(fd, inode, device)
if (facts) throw new NetnsError(facts, namespaceHint(facts))
askInside(name)
process.argv[1] = url.startsWith('file:') ? fileURLToPath(url) : url
await import(url)
