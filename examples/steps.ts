// How long the steps of an example took, as rows to print.

import { type Row } from './show.ts'

export class Steps {
  readonly rows: Row[] = []

  async take<T>(step: string, work: () => Promise<T>): Promise<T> {
    const start = performance.now()
    const result = await work()
    this.rows.push({ step, ms: (performance.now() - start).toFixed(1).padStart(7) })
    return result
  }
}
