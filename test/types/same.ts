// Whether two types are the same, for the compiler to find out; nothing here ever runs.

/** True only for identical types: neither `any` nor a wider type passes for another. */
type Equal<A, B> = (<T>() => T extends A ? 1 : 2) extends (<T>() => T extends B ? 1 : 2) ? true : false

/** `same<A, B>(true)` is refused by the compiler where they differ. */
export declare function same<A, B>(answer: Equal<A, B>): void
