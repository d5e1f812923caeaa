// Where tests keep what they have fetched: below $XDG_CACHE_HOME, otherwise below node_modules.
import { join } from 'node:path'

const { XDG_CACHE_HOME } = process.env

/** The folder for fetched things of that name; perhaps it is not there yet. */
export const cacheFolder = (name: string): string =>
  XDG_CACHE_HOME ? join(XDG_CACHE_HOME, 'netns-native', name) : join(import.meta.dirname, '../node_modules/.cache', name)
