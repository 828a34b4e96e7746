import { readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { expect, it } from 'vitest';
import { formatNames } from '../../src/formats.ts';
import { bin, root, run, temporaryFolder } from '../support/cli.ts';
import { terminal } from '../support/pty.ts';

const FORK = 'u = a*b; J = u + a';
const HAND_IN = '{"student": "Kim", "expression": "a*b", "answers": "da=3,db=5"}\n';

/** Calls with a question to a person, up to that question. */
const onTerminals: readonly (readonly string[])[] = [
  ['run', '3*(a+b*c)'],
  ['run', FORK],
  ['quiz', '3*(a+b*c)'],
  ['quiz', FORK],
  ['learn', '1'],
];

/** Calls of the program; those with questions to a person stand below. */
const calls: readonly (readonly [string, ...string[]])[] = [
  ['--version'],
  ['--help'],
  ['run', '--help'],
  ['run', '3*(a+b*c)'],
  ['run', '3*(a+b*c)', '--quiet'],
  ['run', '3*(a+b*c)', '--lang', 'ko'],
  ['run', FORK],
  ['run', '3*(a+'],
  ['run', '-', '--format', 'ndjson'],
  ...formatNames.map((format) => ['run', FORK, '--format', format] as const),
  ['graph', '3*(a+b*c)'],
  ['graph', FORK, '--format', 'svg'],
  ['quiz', '3*(a+b*c)', '--answers', '3'],
  ['quiz', FORK, '--answers', '1'],
  ['learn', 'list'],
  ['learn', '1', '--answers', '1'],
  ['review', '--answers', '1'],
  ['progress'],
  ['check', 'a*b', '--answers', 'da=3'],
  ['grade', '-'],
  ['generate', '--seed', '7'],
  ['lessons', 'check'],
  ['ops'],
  ['explain', 'sin'],
  ['config'],
  ['config', 'path'],
  ['completion', 'bash'],
  ['man'],
];

/** The files of the program that are loaded, in order, by what the build calls them for the first module in them. */
function watched() {
  const folder = temporaryFolder();
  const log = join(folder, 'files');
  const hook = join(folder, 'hook.cjs');
  const dist = JSON.stringify(join(root, 'dist/'));
  writeFileSync(
    hook,
    `const fs = require('node:fs');
    const read = fs.readFileSync;
    fs.readFileSync = (file, ...rest) => {
      if (/\\.cjs$/.test(file) && String(file).startsWith(${dist})) fs.appendFileSync(${JSON.stringify(log)}, file + '\\n');
      return read(file, ...rest);
    };`,
  );
  const names = (): string[] => {
    const files = readFileSync(log, 'utf8').trim().split('\n');
    return files.map((file) => basename(file, '.cjs').replace(/-[\w-]{8}$/u, ''));
  };
  return { env: { NODE_OPTIONS: `--require ${hook}` }, names };
}

async function loadedBy(args: readonly string[]): Promise<string[]> {
  const { env, names } = watched();
  await run(process.execPath, [bin, ...args], { env, input: args.includes('-') ? HAND_IN : '' });
  return names();
}

async function loadedOnTerminal(args: readonly string[]): Promise<string[]> {
  const { env, names } = watched();
  const session = terminal(args, { env });
  await session.waitFor(/ = ?$/mu);
  session.type(':q\r');
  await session.ended();
  return names();
}

/**
 * What each command loads, which is read at every start: look at what a change adds before you accept it with
 * `npx vitest run test/e2e/loads.test.ts -u`.
 */
it('each command loads these files of the program, and no others', async () => {
  const lines: string[] = [];
  for (const args of calls) lines.push(`${args.join(' ')}: ${(await loadedBy(args)).join(' ')}`);
  for (const args of onTerminals)
    lines.push(`${args.join(' ')}, on a terminal: ${(await loadedOnTerminal(args)).join(' ')}`);
  await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot('../snapshots/loads.txt');
}, 120_000);
