/** What becomes of a learner's answers where they cannot be kept, or where a file holds something else. */
import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { gradtutor, temporaryFolder } from '../support/cli.ts';
import { builtInLessons } from '../support/course.ts';
import { answerAll, progressIn, questionsIn } from '../support/learner.ts';
import { type Session, terminal } from '../support/pty.ts';

const NOBODY = 65_534;
const isRoot = process.getuid?.() === 0;
const reader = isRoot ? { uid: NOBODY } : {};

const [slope, varying] = builtInLessons as [(typeof builtInLessons)[number], (typeof builtInLessons)[number]];

const OLD = { version: 1, lessons: {}, recent: [], answered: [] };

/** A data folder with a progress in it. */
function kept(text = JSON.stringify(OLD), home = temporaryFolder()) {
  const folder = join(home, 'gradtutor');
  mkdirSync(folder);
  const file = join(folder, 'progress.json');
  writeFileSync(file, text);
  return { home, folder, file, env: { XDG_DATA_HOME: home } };
}

const notKept = (screen: string) => screen.match(/not kept/gu) ?? [];

async function endsWell(session: Session): Promise<void> {
  await answerAll(session, questionsIn(slope));
  expect(await session.ended()).toMatchObject({ code: 0 });
  expect(notKept(session.screen)).toHaveLength(1);
}

/** A user who may look, and has a home of their own. */
function readOnly() {
  const made = kept();
  const own = temporaryFolder();
  if (isRoot) {
    chownSync(made.folder, NOBODY, NOBODY);
    chownSync(made.file, NOBODY, NOBODY);
    chownSync(made.home, NOBODY, NOBODY);
    chownSync(own, NOBODY, NOBODY);
  }
  chmodSync(made.folder, 0o500);
  return { ...made, env: { ...made.env, HOME: own, XDG_CACHE_HOME: own } };
}

describe('a data folder that may only be read', () => {
  it('lets the lesson go on to its end, with one line about it, and stays as it was', async () => {
    const { folder, file, env } = readOnly();
    await endsWell(terminal(['learn', '1'], { env, ...reader }));
    expect(readdirSync(folder)).toEqual(['progress.json']);
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(OLD);
    chmodSync(folder, 0o700);
  });

  it.each([
    ['progress import', ['progress', 'import', '-']],
    ['progress reset', ['progress', 'reset']],
    ['learn reset', ['learn', 'reset']],
    ['learn reset slope', ['learn', 'reset', 'slope']],
  ])('makes %s say so, and end with 2', async (_, args) => {
    const { folder, file, env } = readOnly();
    const { code, stdout, stderr } = await gradtutor(args, { env, input: JSON.stringify(OLD), ...reader });
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(notKept(stderr)).toHaveLength(1);
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(OLD);
    chmodSync(folder, 0o700);
  });
});

describe('a full disk', () => {
  it('lets the lesson go on to its end, and keeps the file as it was', async ({ skip }) => {
    const disk = temporaryFolder();
    skip(!mount(disk), 'no disk may be mounted here');
    try {
      const { home, folder, env } = kept(JSON.stringify(OLD), disk);
      const first = terminal(['learn', '2'], { env });
      await answerAll(first, questionsIn(varying));
      expect(await first.ended()).toMatchObject({ code: 0 });
      const before = progressIn(home);
      fill(join(disk, 'filler'));
      await endsWell(terminal(['learn', '1'], { env }));
      expect(progressIn(home)).toEqual(before);
      expect(readdirSync(folder)).toEqual(['progress.json']);
    } finally {
      execFileSync('umount', ['-l', disk]);
    }
  });
});

/** A small disk of its own, where that is allowed. */
function mount(folder: string): boolean {
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', folder], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

function fill(file: string): void {
  try {
    for (;;) writeFileSync(file, Buffer.alloc(4096), { flag: 'a' });
  } catch {
    // It is full.
  }
}

describe('a file that holds something else', () => {
  it.each([
    ['learn list', ['learn', 'list']],
    ['review', ['review']],
    ['progress', ['progress']],
    ['progress export', ['progress', 'export']],
    ['progress import', ['progress', 'import', '-']],
  ])('is set aside by %s, and named; the next one too', async (_, args) => {
    const { file, env } = kept('{"version":1,');
    for (const [name, text] of [
      ['progress.json.unreadable', '{"version":1,'],
      ['progress.json.unreadable-2', 'another'],
    ] as const) {
      writeFileSync(file, text);
      const { code, stderr } = await gradtutor(args, { env, input: JSON.stringify(OLD) });
      expect(code).toBe(0);
      expect(stderr).toContain(name);
      expect(readFileSync(join(file, '..', name), 'utf8')).toBe(text);
    }
    expect(readFileSync(`${file}.unreadable`, 'utf8')).toBe('{"version":1,');
    expect(existsSync(file)).toBe(args.includes('import'));
  });

  it.each([
    ['run', ['run', '3*(a+b*c)']],
    ['quiz', ['quiz', '3*(a+b*c)', '--seed', '1']],
  ])('is set aside by %s, which goes on without it', async (command, args) => {
    const { folder, env } = kept();
    const first = terminal(args, { env });
    await first.answer('dv', '3');
    await first.waitForPrompt('da');
    first.type('\u0003');
    await first.ended();
    const name = readdirSync(folder).find((each) => each.startsWith(`${command}-`)) ?? '';
    for (const aside of [`${name}.unreadable`, `${name}.unreadable-2`]) {
      writeFileSync(join(folder, name), aside);
      const again = terminal(args, { env });
      await again.answer('dv', '3');
      await again.waitForPrompt('da');
      expect(again.screen.replaceAll('\n', '')).toContain(aside);
      again.type(':q\r');
      await again.ended();
      expect(readFileSync(join(folder, aside), 'utf8')).toBe(aside);
    }
  });
});
