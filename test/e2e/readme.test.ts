import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { bin, environment, outputOf, root, run, temporaryFolder } from '../support/cli.ts';
import { outputOfExample, shownBy } from '../support/example.ts';
import { commands, fences } from '../support/markdown.ts';
import { terminal } from '../support/pty.ts';

const file = join(root, 'README.md');
const blocks = fences(existsSync(file) ? readFileSync(file, 'utf8') : '');

const examples = blocks
  .filter(({ language, text }) => language === 'console' && /^\$ .*\bnpx gradtutor\b/mu.test(text))
  .flatMap(({ text }) => commands(text));
const programs = blocks.filter(({ language }) => /^(js|ts|javascript|typescript)$/u.test(language));

const screens = blocks.filter(({ language }) => language === 'text').map(({ text }) => text.trimEnd());

/** Whether the lines of one text come in another, in this order. */
function comesIn(screen: string, text: string): boolean {
  let from = 0;
  return text.split('\n').every((line) => {
    const at = screen.indexOf(line, from);
    from = at + line.length;
    return at >= 0;
  });
}

/** On one line, and whatever day it is. */
const onAnyDay = (text: string): string =>
  text.replaceAll(/\s+/gu, ' ').replaceAll(/again (?:today|tomorrow|in \d+ days)/gu, 'again');

/** A folder for PATH in which `npx gradtutor …` runs this checkout's program, and nothing else. */
function shim(): string {
  const folder = temporaryFolder();
  const script = `#!/bin/sh\n[ "$1" = gradtutor ] || exit 127\nshift\nexec "${process.execPath}" "${bin}" "$@"\n`;
  writeFileSync(join(folder, 'npx'), script, { mode: 0o755 });
  return folder;
}

describe('README.md', () => {
  it('shows commands with their output, and a program that uses the library', () => {
    expect(examples.length).toBeGreaterThan(0);
    expect(programs.length).toBeGreaterThan(0);
    expect(examples.every(({ output }) => output.trim() !== '')).toBe(true);
  });

  it.each(examples)('shows what this prints: $command', async ({ command, output }) => {
    const PATH = `${shim()}${delimiter}${environment()['PATH']}`;
    const { stdout, code } = await run('bash', ['--noprofile', '--norc', '-c', `exec 2>&1\n${command}`], {
      env: { PATH },
    });
    expect(code).not.toBe(127);
    expect(stdout.trimEnd()).toBe(output.trimEnd());
  });

  it.each(programs)(
    'has a $language program at line $line that compiles and runs',
    async ({ language, text }) => {
      const stdout = await outputOfExample(language, text);
      const shown = shownBy(text);
      expect(shown.length > 0 ? stdout.trimEnd().split('\n') : []).toEqual(shown);
    },
  );

  it('shows what a learner sees at a terminal, and in their progress afterwards', async () => {
    const [question = '', graph = '', progress = '', ...others] = screens;
    expect(others).toEqual([]);
    const env = { XDG_DATA_HOME: temporaryFolder() };
    const session = terminal(['run', '3*(a+b*c)'], { env });
    for (const dvar of ['dv', 'da', 'du']) await session.answer(dvar, '3');
    for (const answer of ['2', 'du*c']) await session.answer('db', answer);
    await session.answer('dc', '9');
    expect(await session.ended()).toMatchObject({ code: 0 });
    expect({ screen: session.screen, isThere: comesIn(session.screen, question) }).toMatchObject({
      isThere: true,
    });
    expect(session.screen).toContain(graph);
    expect(onAnyDay(await outputOf(['progress'], { env }))).toContain(onAnyDay(progress));
  });
});
