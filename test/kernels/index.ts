// `npm run test:kernels [-- VERSION...]`: the live tests under Debian's kernels, all of them or those named, one after the other.
// Nothing of it is installed; it needs qemu-system-x86, busybox-static and kmod, but not root.
import { versions } from './machine.ts'
import { underKernel } from './suite.ts'

const words = process.argv.slice(2)
for (const version of words.length > 0 ? words : versions) {
  const start = performance.now()
  const { passed, failed, skips } = underKernel(version)
  const skipped = Object.values(skips).reduce((sum, n) => sum + n, 0)
  console.log(`Linux ${version}: ${passed} passed, ${failed} failed, ${skipped} skipped, ${((performance.now() - start) / 1000).toFixed(0)} s\n`)
  if (failed > 0) process.exitCode = 1
}
