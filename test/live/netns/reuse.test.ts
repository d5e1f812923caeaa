// Process ids that are given out again while scan() and open({ pid }) are under way. In a pid namespace, where the next id
// can be chosen.
import '../../sandbox.ts'
import { spawn } from 'node:child_process'
import t from 'tap'
import { compiled } from '../compiled.ts'
import { ended, place } from '../place.ts'

const library = compiled()

/** Runs a module's text as a child of the first process of a pid namespace, with what chooses ids at hand. */
async function chooser(text: string) {
  const program = `import fs, { readFileSync, readlinkSync, writeFileSync } from 'node:fs'
    import { spawn } from 'node:child_process'
    import { once } from 'node:events'
    import { setImmediate as turn } from 'node:timers/promises'
    import { Netns } from ${JSON.stringify(library)}
    const until = async (holds) => { while (!holds()) await turn() }
    // Of processes that may have ended.
    const link = (path) => { try { return readlinkSync(path) } catch { return '' } }
    const peek = (path) => { try { return readFileSync(path, 'latin1') } catch { return '' } }
    const list = (path) => { try { return fs.readdirSync(path) } catch { return [] } }
    const comm = (pid) => peek('/proc/' + pid + '/comm').trim()
    const sleepIn = (name) => spawn('ip', ['netns', 'exec', name, 'sleep', '100'], { stdio: 'ignore' })
    const end = async (child) => { child.kill('SIGKILL'); await once(child, 'exit') }
    // What starts next gets the id, unless somebody else was quicker.
    const replace = async (victim, start) => {
      await end(victim)
      for (let attempt = 0; attempt < 1000; attempt++) {
        writeFileSync('/proc/sys/kernel/ns_last_pid', String(victim.pid - 1))
        const child = start()
        if (child.pid === victim.pid) return child
        await end(child)
      }
      throw new Error('the id was not given out again')
    }
    const settled = async (child) => { await until(() => comm(child.pid) === 'sleep'); return child }
    const [red, blue] = await Promise.all(['red', 'blue'].map((name) => Netns.create(name)))
    ${text}
    await Promise.all([red.delete(), blue.delete()])`
  const words = ['-p', '--fork', '--kill-child', '--mount-proc', process.execPath, '--input-type=module', '-e', program]
  return ended(spawn('unshare', words, { stdio: ['ignore', 'pipe', 'pipe'] }))
}

await t.test('open({ pid }): another process by the time it is opened', async (t) => {
  await place(t)   // makes /run/netns a mount, which the others then share
  const { stdout, stderr } = await chooser(`
    const target = await settled(sleepIn('red'))
    const program = 'import { Netns } from ' + ${JSON.stringify(JSON.stringify(library))} + '; const { inode } = await Netns.open({ pid: ' + target.pid + ' }).catch(({ code }) => ({ inode: code })); console.log(inode)'
    // strace(1) stops it once it has its pidfd.
    const strace = spawn('strace', ['-f', '-o', '/dev/null', '-e', 'trace=pidfd_open', '-e', 'inject=pidfd_open:signal=SIGSTOP', process.execPath, '--input-type=module', '-e', program], { stdio: ['ignore', 'pipe', 'inherit'] })
    const opener = () => Number(peek('/proc/' + strace.pid + '/task/' + strace.pid + '/children').split(' ')[0])
    const holdsPidfd = (pid) => list('/proc/' + pid + '/fd').some((fd) => link('/proc/' + pid + '/fd/' + fd).includes('pidfd'))
    await until(() => opener() > 0 && /State:\\s+[Tt]/.test(peek('/proc/' + opener() + '/status')) && holdsPidfd(opener()))
    const other = await settled(await replace(target, () => sleepIn('blue')))
    console.log(link('/proc/' + other.pid + '/ns/net') === 'net:[' + blue.inode + ']')
    process.kill(opener(), 'SIGCONT')
    console.log(String((await once(strace.stdout, 'data'))[0]).trim())
    await end(other)`)
  t.same([stdout, stderr], ['true\nESRCH\n', ''])
})

await t.test('scan: another process by the time its command is read', async (t) => {
  await place(t)
  const { stdout, stderr } = await chooser(`
    import fsPromises from 'node:fs/promises'
    import { syncBuiltinESMExports } from 'node:module'
    const target = await settled(sleepIn('red'))
    const { readlink } = fsPromises
    let other
    fsPromises.readlink = async (path) => {
      const link = await readlink(path)
      if (path !== '/proc/' + target.pid + '/ns/net' || other) return link
      other = replace(target, () => spawn('ip', ['netns', 'exec', 'blue', 'tail', '-f', '/dev/null'], { stdio: 'ignore' }))
      other = await other
      await until(() => comm(other.pid) === 'tail')
      return link
    }
    syncBuiltinESMExports()
    const use = (uses, { inode }) => { const { pids, command } = uses.find((one) => one.inode === inode); return [pids.length, command] }
    const during = await Netns.scan()
    console.log(JSON.stringify([use(during, red), other.pid === target.pid]))
    const after = await Netns.scan()
    console.log(JSON.stringify([use(after, red), use(after, blue)]))
    await end(other)`)
  t.same([stdout, stderr], ['[[1,null],true]\n[[0,null],[1,"tail -f /dev/null"]]\n', ''])
})
