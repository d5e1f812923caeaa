// What the walkthroughs rely on: a namespace that is deleted before its scope ends leaves its name to whoever takes it next.
import '../../sandbox.ts'
import t from 'tap'
import { Netns } from '../../../lib/index.ts'
import { ip } from '../../sandbox.ts'
import { namespaceNames, nothingLeft } from './walk.ts'

t.test('the end of the scope deletes nobody else\'s namespace', async t => {
  {
    await using red = await Netns.create('red')
    await red.delete()
    ip('netns', 'add', 'red')
  }
  t.strictSame(namespaceNames(), ['red'])
  ip('netns', 'delete', 'red')
})

t.test('one whose name is gone already', async t => {
  {
    await using red = await Netns.create('red')
    ip('netns', 'delete', red.name ?? '')
  }
  nothingLeft(t)
})

t.test('closed is not deleted: the scope still does that', async t => {
  {
    await using red = await Netns.create('red')
    await red.close()
  }
  nothingLeft(t)
})
