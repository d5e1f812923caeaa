// Requests of generic netlink: declared as those of rtnetlink are, but for the message's type, which is the family's number
// and is asked for when the first of them is sent.

import { type Connection } from '../connection.ts'
import { libraryError } from '../errors.ts'
import { innerOf } from '../inner.ts'
import { checkRequest } from '../inspect.ts'
import { type Netns } from '../netns.ts'
import { declare, flagBits, type Question } from '../protocol.ts'
import { type About } from '../refusal.ts'
import { type AnySet, type Infer, type Input } from '../schema/dsl.ts'
import { genericFamilies, genericMessages, type GenericCommand, type GenericFamily } from '../schema/generic.ts'
import { type flags } from '../schema/messages.ts'

export interface GenericQuestion<S extends AnySet = AnySet, A extends AnySet = AnySet> extends Question<S, A> {
  readonly family: GenericFamily
  readonly cmd: number
}

/** GENL_ID_CTRL, the one family whose number is fixed. */
const controller = 16

/** A command whose request and answer are of one set. */
export function generic<F extends GenericFamily, S extends AnySet>(family: F, name: GenericCommand<F>, message: S, extra: readonly (keyof typeof flags)[] = []): GenericQuestion<S, S> {
  const commands: Readonly<Record<string, number>> = genericFamilies[family].commands
  return declare({ family, cmd: commands[name] ?? 0, name, type: controller, flags: flagBits(extra), message, answer: message, skip: [] })
}

const getFamily = generic('nlctrl', 'CTRL_CMD_GETFAMILY', genericMessages.ctrl)

const numbers = new WeakMap<Connection, Map<GenericFamily, Promise<number>>>()

async function find(connection: Connection, family: GenericFamily): Promise<number> {
  const hint = (): string => `the kernel lacks the generic netlink family ${family} (${genericFamilies[family].from})`
  const message = { cmd: getFamily.cmd, version: genericFamilies.nlctrl.version, familyName: family }
  const { familyId } = await connection.reply(getFamily, message, { target: family, hint }) ?? {}
  if (familyId === undefined) throw libraryError('ERR_OUTCOME_UNKNOWN', `${getFamily.name} ${family}: the kernel answered without a number`)
  return familyId
}

/** Asked for once a connection, by however many wait for it; what was not found may be there the next time. */
async function numberOf(connection: Connection, family: GenericFamily): Promise<number> {
  if (family === 'nlctrl') return controller
  const known = numbers.get(connection) ?? new Map<GenericFamily, Promise<number>>()
  numbers.set(connection, known)
  const found = known.get(family) ?? find(connection, family)
  known.set(family, found)
  try {
    return await found
  } catch (error) {
    known.delete(family)
    throw error
  }
}

interface Addressed<S extends AnySet, A extends AnySet> {
  readonly connection: Connection
  readonly request: Question<S, A>
  readonly message: Input<S>
}

async function addressed<S extends AnySet, A extends AnySet>(netns: Netns, request: GenericQuestion<S, A>, value: Input<S>, about: About): Promise<Addressed<S, A>> {
  const connection = innerOf(netns).generic
  // What is wrong with it is said before the kernel is asked for the family.
  if (!numbers.get(connection)?.has(request.family)) checkRequest(request, value, about.rename ?? ((path) => path))
  const type = await numberOf(connection, request.family)
  const message = { ...value, cmd: request.cmd, version: genericFamilies[request.family].version }
  return { connection, request: { ...request, type, declaredAs: request }, message }
}

/** Resolves when the kernel has done it. */
export async function tell<S extends AnySet, A extends AnySet>(netns: Netns, question: GenericQuestion<S, A>, value: Input<S>, about: About = {}): Promise<void> {
  const { connection, request, message } = await addressed(netns, question, value, about)
  await connection.ack(request, message, about)
}

/** Resolves to the message that comes back. */
export async function ask<S extends AnySet, A extends AnySet>(netns: Netns, question: GenericQuestion<S, A>, value: Input<S>, about: About = {}): Promise<Infer<A>> {
  const { connection, request, message } = await addressed(netns, question, value, about)
  const answer = await connection.reply(request, message, about)
  if (!answer) throw libraryError('ERR_OUTCOME_UNKNOWN', `${question.name} ${about.target ?? ''}: the kernel answered without a message`)
  return answer
}

/** Resolves to all messages of the answer. */
export async function askAll<S extends AnySet, A extends AnySet>(netns: Netns, question: GenericQuestion<S, A>, value: Input<S>, about: About = {}): Promise<Infer<A>[]> {
  const { connection, request, message } = await addressed(netns, question, value, about)
  return await connection.dump(request, message, about)
}
