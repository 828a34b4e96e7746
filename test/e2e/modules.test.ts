import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { bin, environment, root, run, temporaryFolder } from '../support/cli.ts';
import { terminal } from '../support/pty.ts';

const LECTURE = ['run', '3*(a+b*c)'];

/** The build is ASCII. */
function escaped(text: string): string {
  return text.replaceAll(/[^\0-\x7f]/gu, (unit) => `\\u${unit.charCodeAt(0).toString(16)}`);
}

/** What only one part of the program has in it, whatever the build calls the file. */
const MARKS = {
  korean: escaped('순방향 전파'),
  inquirer: 'User force closed',
  tutor: 'postponed',
  parser: 'Parenthesis ) expected',
  layout: 'barycenter',
  yaml: 'Unresolved alias',
};

type Part = keyof typeof MARKS;

interface Watch {
  readonly env: Record<string, string>;
  readonly files: () => string[];
  /** Node's own modules. */
  readonly ofNode: () => string[];
  readonly parts: () => Part[];
}

/** The files of the program that a command reads, watched where Node opens them. */
function watched(): Watch {
  const folder = temporaryFolder();
  const log = join(folder, 'files.json');
  const hook = join(folder, 'hook.cjs');
  writeFileSync(
    hook,
    `const fs = require('node:fs');
    const read = fs.readFileSync;
    const seen = [];
    fs.readFileSync = function (file, ...rest) { seen.push(String(file)); return read.call(this, file, ...rest); };
    process.on('exit', () => fs.writeFileSync(${JSON.stringify(log)}, JSON.stringify({
      files: [...seen, ...Object.keys(require.cache).filter((file) => !seen.includes(file))],
      ofNode: process.moduleLoadList.map((name) => name.split(' ').at(-1)),
    })));`,
  );
  const read = () =>
    JSON.parse(readFileSync(log, 'utf8')) as { readonly files: string[]; readonly ofNode: string[] };
  const files = () => read().files.filter((file) => file.startsWith(join(root, 'dist')));
  return {
    env: { NODE_OPTIONS: `--require ${hook}` },
    files,
    ofNode: () => read().ofNode,
    parts: () => {
      const sources = files()
        .filter((file) => basename(file) !== 'cli.cjs')
        .map((file) => readFileSync(file, 'utf8'));
      return (Object.keys(MARKS) as Part[]).filter((part) =>
        sources.some((source) => source.includes(MARKS[part])),
      );
    },
  };
}

/** The parts that a command with pipes loads. */
async function partsOf(...args: string[]): Promise<Part[]> {
  const { env, parts } = watched();
  const { code } = await run(process.execPath, [bin, ...args], { env });
  expect(code).toBe(0);
  return parts();
}

describe('only what a command needs is loaded', () => {
  it('each part is a file of its own in the build', () => {
    const chunks = readdirSync(join(root, 'dist/chunks'))
      .filter((name) => name.endsWith('.cjs'))
      .map((name) => readFileSync(join(root, 'dist/chunks', name), 'utf8'));
    for (const mark of Object.values(MARKS))
      expect(chunks.filter((chunk) => chunk.includes(mark)).length).toBe(1);
    const entry = readFileSync(join(root, 'dist/cli.cjs'), 'utf8');
    for (const mark of Object.values(MARKS)) expect(entry).not.toContain(mark);
  });

  it.each<[string, string[], Part[]]>([
    ['run through a pipe loads no other language, no prompt, and no layout for a tree', LECTURE, ['parser']],
    ['run of a graph with a fork loads its layout', ['run', 'u = a*b; u + a'], ['parser', 'layout']],
    ['run --lang ko loads Korean', [...LECTURE, '--lang', 'ko'], ['korean', 'parser']],
    ['run --quiet loads no layout', ['run', 'u = a*b; u + a', '-q'], ['parser']],
    ['run --format json loads no layout', ['run', 'u = a*b; u + a', '-f', 'json'], ['parser']],
    ['run --format python loads no layout', ['run', 'u = a*b; u + a', '-f', 'python'], ['parser']],
    ['graph of a tree loads no layout', ['graph', '3*(a+b*c)'], ['parser']],
    ['learn list loads no prompt and no layout', ['learn', 'list'], ['tutor', 'parser', 'yaml']],
    ['--version loads nothing', ['--version'], []],
    ['--help loads nothing but the definitions of the commands', ['--help'], []],
    ['the help of a command loads no other one', ['quiz', '--help'], []],
  ])('%s', async (_, args, parts) => {
    expect(await partsOf(...args)).toEqual(parts);
  });

  it.each([[...LECTURE], ['run', 'u = a*b; u + a', '--format', 'json'], ['--version'], ['--help']])(
    "%s loads nothing of Node's network, terminals or processes",
    async (...args) => {
      const { env, ofNode } = watched();
      await run(process.execPath, [bin, ...args], { env });
      const costly = new Set([
        'net',
        'tty',
        'child_process',
        'readline',
        'crypto',
        'internal/fs/promises',
        'worker_threads',
      ]);
      expect(ofNode().filter((name) => costly.has(name))).toEqual([]);
    },
  );

  it('a walk on a terminal loads inquirer, one on a dumb terminal does not', async () => {
    for (const [term, parts] of [
      ['xterm-256color', ['inquirer', 'tutor', 'parser']],
      ['dumb', ['tutor', 'parser']],
    ] as const) {
      const watch = watched();
      const session = terminal(LECTURE, { env: { ...watch.env, TERM: term } });
      await session.answer('dv', ':q');
      await session.ended();
      expect(watch.parts()).toEqual(parts);
    }
  });

  it('no file of the program is loaded twice, from the code cache and by require', async () => {
    const home = temporaryFolder();
    for (const flags of [[], ['--lang', 'ko']]) {
      for (let time = 0; time < 2; time++) {
        const watch = watched();
        const session = terminal([...LECTURE, ...flags], { env: { ...watch.env, XDG_CACHE_HOME: home } });
        await session.answer('dv', ':q');
        await session.ended();
        const files = watch.files();
        expect(files.filter((file, i) => files.indexOf(file) !== i)).toEqual([]);
        expect(files.filter((file) => basename(file) === 'cli.cjs')).toHaveLength(1);
      }
    }
  });

  it('nothing is loaded from node_modules', async () => {
    const folder = temporaryFolder();
    const hook = join(folder, 'hook.cjs');
    writeFileSync(
      hook,
      `process.on('exit', () => process.stderr.write(Object.keys(require.cache).join('\\n')));`,
    );
    const { stderr } = await run(process.execPath, ['--require', hook, bin, ...LECTURE], {
      env: environment(),
    });
    expect(stderr).toContain('gradtutor.js');
    expect(stderr).not.toContain('node_modules');
  });
});
