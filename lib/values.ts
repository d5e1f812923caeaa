// The values that people write, checked before any system call. Each parser takes `unknown` and the argument's
// path, and either returns what the wire wants or throws a TypeError or RangeError that names the path.

export { formatIp, formatPrefix, ipBytes, networkPrefix, parsePrefix, type Prefix } from './values/ip.ts'
export { formatLladdr, lladdrBytes, macForLink } from './values/lladdr.ts'
export { traceBytes, traceOf } from './values/ioam6.ts'
export { labelBytes, labelOf, labelsOf, labelWords } from './values/mpls.ts'
export { rplBytes, rplSegments, segmentsOf, srhBytes } from './values/srh.ts'
export { altName, linkName, linkNameToFind, namespaceName } from './values/names.ts'
export { array, bigint, boolean, integer, ipFamily, optional, within } from './values/scalars.ts'
export { merged, present, snapshot, type Snapshot } from './values/snapshot.ts'
export { decodeText, encodeText, textBytes } from './values/text.ts'
