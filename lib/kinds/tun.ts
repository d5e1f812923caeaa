// stub
import { Link } from '../link.ts'
import { type Traits } from '../kind.ts'
import { tun } from '../schema/tun.ts'
export class Tun extends Link {
  static readonly traits: Traits = { table: tun, shown: Object.keys(tun.attributes) }
}
