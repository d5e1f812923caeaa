// Functions whose text is made at run time, so that V8 can compile them for what they are about.

/** What `compile` makes; where no code may be made of text (node --disallow-code-generation-from-strings) what does the same slower. */
export function compiledOr<F>(compile: () => F, interpret: () => F): F {
  try {
    return compile()
  } catch (error) {
    if (!(error instanceof EvalError)) throw error
    return interpret()
  }
}
