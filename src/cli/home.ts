import process from 'node:process';

/** The user's home. `node:os` says the same of HOME, but is loaded only where that is silent: it takes V8 a while to read. */
export const homeFolder = (): string =>
  (process.platform !== 'win32' && process.env['HOME']) || process.getBuiltinModule('node:os').homedir();
