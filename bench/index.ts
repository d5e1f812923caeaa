// npm run bench: builds the drivers, goes into a sandbox, runs the suite or the churn there, prints and writes what came out.

import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { build, install, missing } from './build.ts'
import { charts } from './charts.ts'
import { churn } from './churn.ts'
import { writeHeadline } from './headline.ts'
import { machine } from './machine.ts'
import { profile } from './profile.ts'
import { readOptions, usage, type Options } from './options.ts'
import { root } from './paths.ts'
import { describe, report, rowsOf, subtitle } from './report.ts'
import { isInside, runAgainInside } from './sandbox.ts'
import { plan, runAll } from './suite.ts'

async function suite(options: Options): Promise<void> {
  const folder = options.out ?? join(root, 'bench', 'results')
  mkdirSync(folder, { recursive: true })
  const lacking = missing(options.drivers)
  const about = machine()
  console.log(`${describe(about)}\n`)
  for (const [driver, brings] of lacking) console.log(`${driver} is missing: ${brings} would bring it`)
  const cells = await runAll(plan(options, options.drivers.filter((name) => !lacking.has(name))), options)
  const rows = rowsOf(cells)
  console.log(`${report(rows)}\n`)
  const failed = cells.filter(({ failure }) => failure !== undefined)
  for (const { trial, size, driver, failure } of failed) console.log(`no number for ${trial} ${size} ${driver}: ${failure}`)
  if (failed.length > 0) process.exitCode = 1
  const name = join(folder, `${about.date.slice(0, 10)}-${about.commit}${options.quick ? '-quick' : ''}`)
  const result = { machine: about, rounds: options.rounds, cold: options.cold, missing: Object.fromEntries(lacking), rows, cells }
  writeFileSync(`${name}.json`, JSON.stringify(result, null, 1) + '\n')
  console.log([`${name}.json`, ...await charts(rows, name, subtitle(about, options.rounds))].join('\n'))
}

async function main(): Promise<void> {
  const options = readOptions(process.argv.slice(2))
  if (options.command === 'help') return console.log(usage)
  if (options.command === 'install') {
    process.exitCode = install() ? 0 : 1
    return
  }
  if (options.command === 'headline') return writeHeadline(options.file)
  if (!isInside()) {
    if (options.command !== 'churn') build(options.command === 'profile' ? ['profile'] : options.drivers)
    return runAgainInside()
  }
  await ({ churn, profile, suite }[options.command])(options)
}

await main()
