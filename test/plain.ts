// Importing this module in place of sandbox.ts gives the test file no namespace around it when an ordinary user runs it: such a
// user can change nothing outside of the namespaces that the test makes. Root, who could, gets the sandbox.
import { runAgain } from './again.ts'

const mark = 'NETNS_NATIVE_PLAIN'

/** Whether root runs it. */
export const privileged = process.getuid?.() === 0

if (privileged) await import('./sandbox.ts')
else if (!process.env[mark]) runAgain([], '', { [mark]: 'yes' })
if (privileged && process.env[mark]) throw new Error('what was to be plain has got into a sandbox: something that the test imports imports sandbox.ts')
