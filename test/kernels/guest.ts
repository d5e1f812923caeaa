// Runs test files inside the virtual machine, all in this one process: what a process and tap cost before the first test are
// seconds there, for each file. They share the sandbox, and print one stream of TAP.
// Nothing heavy is imported before the sandbox is entered, which starts node anew.
import '../sandbox.ts'
import { pathToFileURL } from 'node:url'

for (const file of process.argv.slice(2)) {
  console.log(`# ${file}`)
  await import(pathToFileURL(file).href)
}
