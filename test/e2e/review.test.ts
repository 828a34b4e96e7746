import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Answered } from '../../src/learner/answered.ts';
import { isProgress, noProgress, type Progress } from '../../src/learner/progress.ts';
import { gradtutor, outputOf, temporaryFolder } from '../support/cli.ts';
import { rightAnswer, wrongAnswer } from '../support/answered.ts';
import { terminal } from '../support/pty.ts';
import { widestLine } from '../support/quiz.ts';

const MARCH = '2026-03-05';
const at = Date.UTC(2026, 2, 1);

/** A data folder in which this was answered. */
function folderWith(answered: readonly Answered[]): { env: { XDG_DATA_HOME: string }; file: string } {
  const XDG_DATA_HOME = temporaryFolder();
  mkdirSync(join(XDG_DATA_HOME, 'gradtutor'));
  const file = join(XDG_DATA_HOME, 'gradtutor/progress.json');
  const progress: Progress = { ...noProgress, answered };
  writeFileSync(file, JSON.stringify(progress));
  return { env: { XDG_DATA_HOME }, file };
}

function read(file: string): Progress {
  const data: unknown = JSON.parse(readFileSync(file, 'utf8'));
  if (!isProgress(data)) throw new Error('not a progress');
  return data;
}

/** What is shown for a seed. */
const shown = async (seed: string) => {
  const { env } = folderWith([{ ...wrongAnswer, at }]);
  const { code, stdout } = await gradtutor(['review', '--now', MARCH, '--seed', seed, '--answers', ':s,:s'], {
    env,
  });
  expect(code).toBe(1);
  return stdout;
};

/** Days until it is asked again. */
const days = async (answer: string, seed: string) => {
  const { env } = folderWith([{ ...rightAnswer, chances: [], at }]);
  const { stdout } = await gradtutor(['review', '--now', '2026-03-20', '--seed', seed, '--answers', answer], {
    env,
  });
  const found = /ask about this again (in (\d+) days|tomorrow|today)/u.exec(stdout);
  expect(found).not.toBeNull();
  return Number(found?.[2] ?? (found?.[1] === 'today' ? 0 : 1));
};

describe('gradtutor review', () => {
  it('says once that it stopped, and that what was answered is kept where it is', async () => {
    const { env } = folderWith([{ ...wrongAnswer, at }]);
    const args = ['review', '--now', MARCH, '--seed', '3'];
    const handIn = await gradtutor([...args, '--answers', ':s,:q'], { env });
    expect(handIn.stdout.match(/Stopped/gu)).toHaveLength(1);
    expect(handIn.stdout).not.toContain('kept');
    const session = terminal(args, { env });
    for (const typed of [':s', ':q']) {
      await session.waitFor(/ d\S+ =\s*$/u);
      session.type(`${typed}\r`);
    }
    expect(await session.ended()).toMatchObject({ code: 1 });
    expect(session.screen.match(/Stopped.*/gu)).toEqual([
      expect.stringContaining('Stopped. What you answered is kept. Go on with: gradtutor review'),
    ]);
  });

  it.each([
    ['en', /of 2/u, /What is d(\S+),/u, 'Right'],
    ['ko', /2문제 중/u, /d(\S+)[은는]/u, '맞'],
  ])('asks for what is due, on new numbers, and keeps every answer: %s', async (lang, counter) => {
    const { env, file } = folderWith([{ ...wrongAnswer, at }]);
    const session = terminal(['review', '--now', MARCH, '--seed', '3', '--lang', lang], { env });
    for (let i = 0; i < 2; i++) {
      await session.waitFor(/ d\S+ =\s*$/u);
      session.type(':s\r');
    }
    expect(await session.ended()).toMatchObject({ code: 1 });
    expect(session.screen).toMatch(counter);
    expect(session.screen).not.toMatch(/undefined|NaN/u);
    const [, ...kept] = read(file).answered;
    expect(kept.map(({ outcome }) => outcome)).toEqual(['shown', 'shown']);
    expect(kept.every((answer) => answer.at === Date.parse(MARCH) && answer.problem !== undefined)).toBe(
      true,
    );
    expect(new Set(kept.map(({ problem }) => problem)).size).toBe(2);
  });

  it('asks for nothing from lessons that were never begun', async () => {
    const begun = { ...wrongAnswer, lesson: '01-slope', at };
    for (const seed of ['1', '2', '3']) {
      const { env, file } = folderWith([begun]);
      const session = terminal(['review', '--now', MARCH, '--seed', seed], { env });
      for (let i = 0; i < 2; i++) {
        await session.waitFor(/ d\S+ =\s*$/u);
        session.type(':s\r');
      }
      await session.ended();
      const [, ...kept] = read(file).answered;
      expect(kept.map(({ lesson }) => lesson).filter((id) => !['01-slope', 'review'].includes(id))).toEqual(
        [],
      );
    }
  });

  it('gives the same problems for the same seed and moment, and others for another', async () => {
    const first = await shown('1');
    expect(await shown('1')).toBe(first);
    expect(await shown('2')).not.toBe(first);
  });

  it('has nothing to ask of a beginner, and says when it will ask again', async () => {
    expect(await outputOf(['review'])).toMatch(/Begin with: gradtutor learn/u);
    const { env } = folderWith([{ ...wrongAnswer, at }]);
    expect(await outputOf(['review', '--now', '2026-03-01'], { env })).toMatch(/ask again tomorrow/u);
  });

  it('is asked again later after a right answer than after a wrong one', async () => {
    const expression = await rightExpression('5');
    expect(await days(expression, '5')).toBeGreaterThan(await days('0.123', '5'));
  });

  it('keeps within 80 columns and reads out plainly', async () => {
    const { env } = folderWith([{ ...wrongAnswer, at }]);
    const args = ['review', '--now', MARCH, '--seed', '1', '--answers', ':s,:s'];
    for (const lang of ['en', 'ko']) {
      const { stdout } = await gradtutor([...args, '--lang', lang, '--width', '80'], { env });
      expect(widestLine(stdout)).toBeLessThanOrEqual(80);
    }
    const { stdout } = await gradtutor([...args, '--plain'], { env });
    expect(stdout).not.toMatch(/[─│┌▸]/u);
  });
});

/** What is right for the one problem of that seed: the step that is shown ends with its number. */
async function rightExpression(seed: string): Promise<string> {
  const { env } = folderWith([{ ...rightAnswer, chances: [], at }]);
  const { stdout } = await gradtutor(
    ['review', '--now', '2026-03-20', '--seed', seed, '--answers', ':s', '--width', '300'],
    { env },
  );
  const steps = [...stdout.matchAll(/^ {2}d\S+ = .* = (\S+)$/gmu)];
  return String(steps.at(-1)?.[1]);
}

describe('what a person answers outside the course', () => {
  it.each([
    ['quiz', ['quiz', '3*(a+b*c)', '--at', 'a=5,b=3,c=2']],
    ['run', ['run', '3*(a+b*c)']],
  ])('counts too: %s', async (command, args) => {
    const { env, file } = folderWith([{ ...wrongAnswer, at }]);
    const session = terminal(args, { env });
    await session.answer('dv', '3');
    await session.answer('da', '3');
    await session.waitForPrompt('du');
    session.type(':q\r');
    await session.ended();
    const [, ...kept] = read(file).answered;
    expect(kept.map(({ lesson, name, gate }) => [lesson, name, gate])).toEqual([
      [command, 'v', 'product'],
      [command, 'a', 'sum'],
    ]);
    expect(kept[1]?.chances).toEqual(['local-only']);
  });

  it('does not count when it is handed in', async () => {
    const { env, file } = folderWith([]);
    await gradtutor(['quiz', '3*(a+b*c)', '--answers', '3,3,3,6,9'], { env });
    expect(read(file).answered).toEqual([]);
  });
});

describe('gradtutor progress', () => {
  it('shows bars, and the same as JSON', async () => {
    const { env } = folderWith([rightAnswer, { ...wrongAnswer, gate: 'fork', at: at + 1 }]);
    const text = await outputOf(['progress', '--now', '2026-03-02'], { env });
    expect(text).toMatch(/0 of 19 done/u);
    expect(text).toMatch(/[█░]{10} {2}1 of 1 .*products/u);
    expect(text).toMatch(/[█░]{10} {2}0 of 1 .*forks/u);
    expect(text).toMatch(/to practise today: gradtutor review/u);
    const data: unknown = JSON.parse(
      await outputOf(['progress', '--now', '2026-03-02', '--format', 'json'], { env }),
    );
    expect(data).toMatchObject({ version: 1, answers: 2, lessons: { done: 0, total: 19 } });
    const korean = await outputOf(['progress', '--now', '2026-03-02', '--lang', 'ko', '--width', '80'], {
      env,
    });
    expect(korean).toMatch(/곱셈/u);
    expect(widestLine(korean)).toBeLessThanOrEqual(80);
  });

  it('says where it is kept, and tells a beginner where to begin', async () => {
    const { env, file } = folderWith([]);
    expect(await outputOf(['progress', 'path'], { env })).toBe(`${file}\n`);
    expect(await outputOf(['progress'], { env })).toMatch(/Begin with: gradtutor learn/u);
  });

  it('is exported and imported, by file or by pipe, and importing twice changes nothing', async () => {
    const { env } = folderWith([rightAnswer]);
    const other = folderWith([{ ...wrongAnswer, at: at + 5 }]);
    const exported = join(temporaryFolder(), 'p.json');
    await outputOf(['progress', 'export', exported], { env });
    expect(JSON.parse(readFileSync(exported, 'utf8'))).toEqual(
      JSON.parse(await outputOf(['progress', 'export'], { env })),
    );
    await outputOf(['progress', 'import', exported], { env: other.env });
    const merged = read(other.file);
    expect(merged.answered).toHaveLength(2);
    const again = await gradtutor(['progress', 'import', '-'], {
      env: other.env,
      input: `\uFEFF${readFileSync(exported, 'utf8')}`,
    });
    expect(again.code).toBe(0);
    expect(read(other.file)).toEqual(merged);
  });

  it('refuses what is no progress, and changes nothing', async () => {
    const { env, file } = folderWith([rightAnswer]);
    const before = readFileSync(file, 'utf8');
    for (const input of ['', '{}', 'hello', '{"version":2}']) {
      const { code, stdout, stderr } = await gradtutor(['progress', 'import', '-'], { env, input });
      expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
      expect(stderr).toMatch(/Nothing was changed/u);
    }
    expect((await gradtutor(['progress', 'import', 'nowhere.json'], { env })).stderr).toMatch(
      /no such file/u,
    );
    expect((await gradtutor(['progress', 'import'], { env })).stderr).toMatch(/Which file/u);
    expect((await gradtutor(['progress', 'exprot'], { env })).stderr).toMatch(/Did you mean export/u);
    expect(readFileSync(file, 'utf8')).toBe(before);
  });

  it.each([['progress'], ['learn']])('is reset by %s, and can be taken back', async (command) => {
    const { env, file } = folderWith([rightAnswer]);
    const text = await outputOf([command, 'reset'], { env });
    const [old = ''] = readdirSync(join(file, '..'));
    expect(text).toContain(old);
    await outputOf(['progress', 'import', join(file, '..', old)], { env });
    expect(read(file).answered).toEqual([rightAnswer]);
    const { env: none } = folderWith([]);
    await outputOf([command, 'reset'], { env: none });
    expect(await outputOf([command, 'reset'], { env: none })).toMatch(/no progress/u);
  });
});
