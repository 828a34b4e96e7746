/** The built program as its users run it: processes with an environment of their own. */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect } from 'vitest';

export const root = fileURLToPath(new URL('../..', import.meta.url));
export const bin = join(root, 'bin/gradtutor.js');

/** `undefined` takes a variable away. */
export type Environment = Readonly<Record<string, string | undefined>>;

export interface Options {
  readonly env?: Environment;
  readonly input?: string | Uint8Array;
  readonly cwd?: string;
  /** The user to run as, where that is allowed. */
  readonly uid?: number;
}

export interface Result {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** A folder that is gone when the test file is done. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'gradtutor-test-'));
  folders.push(folder);
  return folder;
}

let home: string | undefined;

/** Nothing of the developer's own environment but the path; one code cache a test file, one data folder a process. */
export function environment(changes: Environment = {}): Record<string, string> {
  home ??= temporaryFolder();
  const env: Environment = {
    PATH: process.env['PATH'],
    HOME: home,
    XDG_CACHE_HOME: join(home, 'cache'),
    XDG_DATA_HOME: temporaryFolder(),
    LANG: 'C.UTF-8',
    TERM: 'xterm-256color',
    ...changes,
  };
  return Object.fromEntries(
    Object.entries(env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}

const text = (chunks: readonly Buffer[]) => Buffer.concat(chunks).toString('utf8');

/** Runs a program to its end. Its output may be of any size. */
export function run(command: string, args: readonly string[], options: Options = {}): Promise<Result> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: options.cwd ?? root,
      env: environment(options.env),
      ...(options.uid === undefined ? {} : { uid: options.uid }),
    });
    const stdout: Buffer[] = [];
    const stderr: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => stdout.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => stderr.push(chunk));
    child.stdin.on('error', () => undefined); // a program may end before it has read everything
    child.on('error', reject);
    child.on('close', (code, signal) => {
      resolve({ code, signal, stdout: text(stdout), stderr: text(stderr) });
    });
    child.stdin.end(options.input ?? '');
  });
}

/** `gradtutor …` with pipes for stdin, stdout and stderr. */
export const gradtutor = (args: readonly string[], options?: Options): Promise<Result> =>
  run(process.execPath, [bin, ...args], options);

/** A command line for bash in which `"$NODE" "$BIN"` is the program. */
export const shell = (script: string, options: Options = {}): Promise<Result> =>
  run('bash', ['--noprofile', '--norc', '-c', script], {
    ...options,
    env: { NODE: process.execPath, BIN: bin, ...options.env },
  });

/** Output of a command that must succeed without a word on stderr. */
export async function outputOf(args: readonly string[], options?: Options): Promise<string> {
  const { code, stdout, stderr } = await gradtutor(args, options);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  return stdout;
}

/** What `gradtutor run --quiet …` prints. */
export const quiet = (...args: string[]): Promise<string> => outputOf(['run', '--quiet', ...args]);
