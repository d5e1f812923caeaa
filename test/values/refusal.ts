// What a call refused its argument with. A call that refuses nothing is an error of its own, so that no table of bad
// values can pass by accident.

/** The error as a user sees it: its name, code, argument and the message behind the argument's path. */
export interface Refusal {
  name: string
  code: unknown
  argument: unknown
  reason: string
}

/** Runs `call` with the path 'here' and returns what it threw. */
export function refusal(call: (path: string) => unknown): Refusal {
  let result: unknown
  try {
    result = call('here')
  } catch (error) {
    if (!(error instanceof TypeError || error instanceof RangeError) || !('code' in error) || !('argument' in error)) throw error
    return { name: error.name, code: error.code, argument: error.argument, reason: error.message.replace('here: ', '') }
  }
  throw new Error(`not refused: ${String(result)}`)
}

/** What `refusal` gives for a value of the right type that cannot be. */
export function outOfRange(reason: string): Refusal {
  return { name: 'RangeError', code: 'ERR_OUT_OF_RANGE', argument: 'here', reason }
}

/** What `refusal` gives for a value of the wrong type. */
export function wrongType(reason: string): Refusal {
  return { name: 'TypeError', code: 'ERR_INVALID_ARG_TYPE', argument: 'here', reason }
}

/** Values that are no strings, with what an error calls each. */
export const NOT_STRINGS: [value: unknown, name: string][] = [
  [undefined, 'undefined'], [null, 'null'], [0, 'a number'], [1n, 'a bigint'], [true, 'a boolean'], [Symbol('s'), 'a symbol'],
  [['10.0.0.1'], 'an array'], [{ toString: () => '10.0.0.1' }, 'an object'], [new String('10.0.0.1'), 'an object'],
  [new Uint8Array(4), 'an object'], [() => '10.0.0.1', 'a function']
]
