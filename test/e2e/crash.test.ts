/** What is kept of a learner's answers when the program is killed, or runs twice at once. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { rolldown } from 'rolldown';
import { beforeAll, describe, expect, it } from 'vitest';
import { ProgressFile } from '../../src/cli/progress-file.ts';
import { noProgress, type Progress } from '../../src/learner/progress.ts';
import { Random } from '../../src/core/random.ts';
import type { Question } from '../../src/tutor/questions.ts';
import { root, temporaryFolder } from '../support/cli.ts';
import { builtInLessons } from '../support/course.ts';
import { asked, idOf, progressIn, questionsIn, rightAnswer } from '../support/learner.ts';
import { type Session, terminal } from '../support/pty.ts';

type BuiltIn = (typeof builtInLessons)[number];

const [slope, varying] = builtInLessons as [BuiltIn, BuiltIn];

/** Milliseconds after a key within which an answer is read, kept and replied to, and within which the program starts. */
const TURN = 40;
const START = 400;

const LONG = 240_000;

/** A number that is no answer to any question here. */
const WRONG = '987654';

/** A learner in one terminal, and what they have typed there. */
class Learner {
  readonly session: Session;
  /** Lines that the program has taken for sure: it asked for the next one. */
  readonly taken: string[] = [];
  /** The line typed last; the program may be killed before it is read. */
  last: string | undefined;
  readonly #questions: readonly Question[];
  #done: number;
  /** A second wrong answer would be the last to its question. */
  #hasSlipped: boolean;

  constructor(lesson: BuiltIn, folder: string) {
    this.#questions = questionsIn(lesson);
    const { done, lines } = placeIn(keptIn(folder), lesson);
    this.#done = done;
    this.#hasSlipped = lines.at(-1) === WRONG;
    this.session = terminal(['learn', idOf(lesson)], { env: { XDG_DATA_HOME: folder } });
  }

  get isAtEnd(): boolean {
    return this.#done === this.#questions.length;
  }

  /** Waits for the prompt, which shows that the answer before was taken. */
  async asked(): Promise<Question> {
    const question = this.#questions[this.#done] as Question;
    await asked(this.session, question);
    if (this.last !== undefined) this.taken.push(this.last);
    this.last = undefined;
    return question;
  }

  async answer(): Promise<void> {
    this.#type(rightAnswer(await this.asked()));
    this.#done += 1;
    this.#hasSlipped = false;
  }

  /** A wrong answer to a question that may be tried twice. */
  async slip(): Promise<void> {
    const { kind } = await this.asked();
    if (this.#hasSlipped || (kind !== 'value' && kind !== 'gradient')) return;
    this.#hasSlipped = true;
    this.#type(WRONG);
  }

  #type(line: string): void {
    this.last = line;
    this.session.type(`${line}\r`);
  }

  async kill(): Promise<void> {
    await this.session.kill();
    await this.session.ended();
  }

  /** Goes on by an answer, and leaves; or comes to the end of the lesson. */
  async goOn(): Promise<void> {
    if (!this.isAtEnd) await this.answer();
    if (!this.isAtEnd) {
      await this.asked();
      this.session.type(':q\r');
    }
    await this.session.ended();
  }
}

const namesIn = (folder: string): string[] =>
  existsSync(join(folder, 'gradtutor')) ? readdirSync(join(folder, 'gradtutor')).toSorted() : [];

const keptIn = (folder: string): Progress =>
  namesIn(folder).includes('progress.json') ? progressIn(folder) : noProgress;

/** Where a lesson stands: what was typed since its last beginning, and how many questions are done by it. */
function placeIn({ lessons }: Progress, lesson: BuiltIn) {
  const { lines = [], done = 0, finished = 0 } = lessons[idOf(lesson)] ?? {};
  return { lines, done: lines.length === 0 ? 0 : done, finished };
}

/** How many answers to a lesson the log must have, by where the lesson stands. */
function countFor(progress: Progress, lesson: BuiltIn): number {
  const { done, finished } = placeIn(progress, lesson);
  return finished * questionsIn(lesson).length + done;
}

const answersTo = ({ answered }: Progress, lesson: BuiltIn): number =>
  answered.filter((each) => each.lesson === idOf(lesson)).length;

/** A session that is killed leaves what it found, and every line but possibly the last. */
async function killedSession(lesson: BuiltIn, folder: string, random: Random): Promise<void> {
  const found = placeIn(keptIn(folder), lesson);
  const learner = new Learner(lesson, folder);
  const answers = Math.floor(random.next() * 4);
  for (let i = 0; i < answers && !learner.isAtEnd; i++) {
    const hasSlipped = [...found.lines, ...learner.taken, learner.last].at(-1) === WRONG;
    await (random.next() < 0.3 && !hasSlipped ? learner.slip() : learner.answer());
  }
  await sleep(random.next() * (answers === 0 ? START : TURN));
  await learner.kill();
  const after = keptIn(folder);
  const { lines, finished } = placeIn(after, lesson);
  const sure = [...found.lines, ...learner.taken];
  const possible = [{ lines: sure, finished: found.finished }];
  if (learner.last !== undefined) possible.push({ lines: [...sure, learner.last], finished: found.finished });
  if (learner.isAtEnd) possible.push({ lines: [], finished: found.finished + 1 });
  expect(possible).toContainEqual({ lines, finished });
  expect(answersTo(after, lesson)).toBe(countFor(after, lesson));
}

/** A session afterwards goes on where the file says, keeps its answer, and leaves nothing else in the folder. */
async function goesOn(lesson: BuiltIn, folder: string): Promise<void> {
  const before = answersTo(keptIn(folder), lesson);
  const learner = new Learner(lesson, folder);
  const isOver = learner.isAtEnd;
  await learner.goOn();
  expect(answersTo(keptIn(folder), lesson)).toBe(before + (isOver ? 0 : 1));
  expect(namesIn(folder)).toEqual(['progress.json']);
}

/** Does so many things, a few at a time. */
async function inLanes(count: number, lanes: number, job: (i: number) => Promise<void>): Promise<void> {
  let next = 0;
  const lane = async () => {
    while (next < count) await job(next++);
  };
  await Promise.all(Array.from({ length: lanes }, lane));
}

// Once a session has come to its end, what it has compiled makes the others quick to start.
beforeAll(() => goesOn(slope, temporaryFolder()));

describe('a session that is killed', () => {
  it(
    'loses at most the answer that was being given: 200 sessions',
    async () => {
      let killed = 0;
      await inLanes(20, 4, async (i) => {
        const folder = temporaryFolder();
        const lesson = i % 2 === 0 ? slope : varying;
        const random = new Random(i);
        for (let j = 0; j < 10; j++) {
          await killedSession(lesson, folder, random);
          killed += 1;
        }
        await goesOn(lesson, folder);
      });
      expect(killed).toBe(200);
    },
    LONG,
  );
});

/** Both have found the lesson as it was, before one of them answers: then they know where they are. */
const allAsked = async (learners: readonly Learner[]): Promise<void> => {
  await Promise.all(learners.map((learner) => learner.asked()));
};

/** The lessons of two terminals. */
const PAIRS: readonly (readonly [string, BuiltIn, BuiltIn])[] = [
  ['of two lessons', slope, varying],
  ['of the same lesson', slope, slope],
];

describe.each(PAIRS)('two sessions at once, %s', (_, one, other) => {
  it(
    'lose at most the answer that was being given, when one or both are killed',
    async () => {
      await inLanes(6, 2, async (i) => {
        const folder = temporaryFolder();
        const random = new Random(i);
        const learners = [new Learner(one, folder), new Learner(other, folder)] as const;
        const [first, second] = learners;
        await allAsked(learners);
        await first.answer();
        for (let j = 0; j < 2; j++) await Promise.all(learners.map((learner) => learner.answer()));
        await sleep(random.next() * TURN);
        await Promise.all(i % 3 === 0 ? learners.map((learner) => learner.kill()) : [first.kill()]);
        if (i % 3 !== 0) await second.goOn();
        const kept = keptIn(folder);
        const sure = first.taken.length + second.taken.length;
        const given = sure + [first, second].filter(({ last }) => last !== undefined).length;
        expect(kept.answered.length).toBeGreaterThanOrEqual(sure);
        expect(kept.answered.length).toBeLessThanOrEqual(given);
        for (const lesson of new Set([one, other])) await goesOn(lesson, folder);
      });
    },
    LONG,
  );

  it.each<[string, boolean]>([
    ['at the same time', true],
    ['in turn', false],
  ])('keep every answer of both, given %s', async (_name, isTogether) => {
    const folder = temporaryFolder();
    const learners = [new Learner(one, folder), new Learner(other, folder)];
    await allAsked(learners);
    while (!learners.every(({ isAtEnd }) => isAtEnd)) {
      const open = learners.filter(({ isAtEnd }) => !isAtEnd);
      if (isTogether) await Promise.all(open.map((learner) => learner.answer()));
      else for (const learner of open) await learner.answer();
    }
    for (const { session } of learners) expect(await session.ended()).toMatchObject({ code: 0 });
    const kept = keptIn(folder);
    for (const lesson of [one, other]) {
      const times = one === other ? 2 : 1;
      expect(placeIn(kept, lesson)).toEqual({ lines: [], done: 0, finished: times });
      expect(answersTo(kept, lesson)).toBe(times * questionsIn(lesson).length);
    }
    expect(namesIn(folder)).toEqual(['progress.json']);
  });
});

const keptOf = (folder: string, name: string) =>
  Object.keys(new ProgressFile(() => undefined, folder).load().lessons).filter((id) => id.startsWith(name));

describe('many processes that answer at once', () => {
  const EACH = 50;
  let program = '';
  beforeAll(async () => {
    program = join(temporaryFolder(), 'answering.js');
    const build = await rolldown({ cwd: root, input: 'test/support/answering.ts', platform: 'node' });
    await build.write({ file: program, format: 'cjs' });
    await build.close();
  });

  const start = (folder: string, name: string) =>
    spawn(process.execPath, [program, folder, name, String(EACH)], { stdio: ['ignore', 'pipe', 'inherit'] });

  it(
    'lose no answer',
    async () => {
      const folder = temporaryFolder();
      const names = ['a', 'b', 'c', 'd', 'e', 'f'];
      const ends = names.map((name) => once(start(folder, name), 'exit'));
      for (const end of ends) expect(await end).toEqual([0, null]);
      for (const name of names) expect(keptOf(folder, name)).toHaveLength(EACH);
      expect(readdirSync(folder)).toEqual(['progress.json']);
    },
    LONG,
  );

  it(
    'lose only what a killed one was about to keep',
    async () => {
      const folder = temporaryFolder();
      const random = new Random(1);
      const staying = ['a', 'b', 'c'].map((name) => ({ name, end: once(start(folder, name), 'exit') }));
      for (let i = 0; i < 8; i++) {
        const child = start(folder, `killed${i}`);
        let told = '';
        child.stdout.on('data', (data: Buffer) => (told += data.toString()));
        await once(child.stdout, 'data');
        await sleep(random.next() * TURN);
        child.kill('SIGKILL');
        await once(child, 'close');
        const kept = keptOf(folder, `killed${i}-`).length;
        expect([told.length, told.length + 1]).toContain(kept);
      }
      for (const { name, end } of staying) {
        expect(await end).toEqual([0, null]);
        expect(keptOf(folder, name)).toHaveLength(EACH);
      }
    },
    LONG,
  );
});
