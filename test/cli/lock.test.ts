import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { Worker } from 'node:worker_threads';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { whileLocked } from '../../src/cli/lock.ts';
import { temporaryFolder } from '../support/cli.ts';

/** A file in a folder of its own, and its lock. */
function fileIn(folder = temporaryFolder()) {
  const file = join(folder, 'progress.json');
  return { folder, file, lock: `${file}.lock` };
}

/** A lock that a process has taken. */
function heldBy(pid: number, when = new Date()) {
  const made = fileIn();
  mkdirSync(made.lock);
  const owner = join(made.lock, String(pid));
  writeFileSync(owner, '');
  utimesSync(owner, when, when);
  return { ...made, owner };
}

afterEach(() => {
  vi.useRealTimers();
});

const fail = () => {
  throw new Error('full');
};

const me = String(process.pid);
const someoneAlive = process.ppid;
const someoneDead = spawnSync(process.execPath, ['--version']).pid;

describe('while a file is locked', () => {
  test('the lock is there, with its owner; afterwards nothing is left', () => {
    const { folder, file, lock } = fileIn();
    expect(whileLocked(file, () => readdirSync(lock))).toEqual([me]);
    expect(readdirSync(folder)).toEqual([]);
  });

  test('an action that fails lets go of it', () => {
    const { folder, file } = fileIn();
    expect(() => whileLocked(file, fail)).toThrow('full');
    expect(readdirSync(folder)).toEqual([]);
  });

  test('the same process may lock it again, and holds it to the end', () => {
    const { file, lock } = fileIn();
    const seen = whileLocked(file, () => {
      const inside = whileLocked(file, () => readdirSync(lock));
      return [inside, readdirSync(lock)];
    });
    expect(seen).toEqual([[me], [me]]);
  });

  test('a folder that is missing is made, for its owner alone', () => {
    const { file, folder, lock } = fileIn(join(temporaryFolder(), 'new', 'gradtutor'));
    expect(whileLocked(file, () => readdirSync(lock))).toEqual([me]);
    expect(process.platform === 'win32' ? 0 : statSync(folder).mode & 0o077).toBe(0);
  });
});

describe('a lock that was left behind is broken', () => {
  test('at once where its owner is dead', () => {
    const { file, lock, owner } = heldBy(someoneDead);
    // Nothing gets older here, so that its age cannot be what tells.
    vi.useFakeTimers({ toFake: ['Date'], now: statSync(owner).mtimeMs });
    expect(whileLocked(file, () => readdirSync(lock))).toEqual([me]);
    expect(existsSync(lock)).toBe(false);
  });

  test.each([
    ['it is old', -60_000],
    ['it is from the future: the clock was set back', 60_000],
  ])('where %s, though a process of that number is running', (_, shift) => {
    const { file, lock } = heldBy(someoneAlive, new Date(Date.now() + shift));
    expect(whileLocked(file, () => readdirSync(lock))).toEqual([me]);
    expect(existsSync(lock)).toBe(false);
  });

  test('where its owner was killed while letting go', () => {
    const { file, lock } = fileIn();
    mkdirSync(lock);
    expect(whileLocked(file, () => readdirSync(lock))).toEqual([me]);
    expect(existsSync(lock)).toBe(false);
  });
});

test('a lock that someone holds is waited for', async () => {
  const { file, lock, owner, folder } = heldBy(someoneAlive);
  vi.useFakeTimers({ toFake: ['Date'], now: statSync(owner).mtimeMs });
  // The owner lets go once it sees somebody wait.
  const letGo = `
    const { existsSync, rmSync, writeFileSync } = require('node:fs');
    const { workerData } = require('node:worker_threads');
    const sleeper = new Int32Array(new SharedArrayBuffer(4));
    while (!existsSync(workerData.waiting)) Atomics.wait(sleeper, 0, 0, 1);
    Atomics.wait(sleeper, 0, 0, 20);
    writeFileSync(workerData.note, 'let go');
    rmSync(workerData.lock, { recursive: true });
  `;
  const note = join(folder, 'note');
  const worker = new Worker(letGo, { eval: true, workerData: { waiting: `${lock}.${me}`, note, lock } });
  const seen = whileLocked(file, () => [readFileSync(note, 'utf8'), ...readdirSync(lock)]);
  await worker.terminate();
  expect(seen).toEqual(['let go', me]);
});

describe('where no lock can be made, the action runs all the same', () => {
  test('in a folder that cannot be made', () => {
    expect(whileLocked('/dev/null/nowhere/progress.json', () => 'done')).toBe('done');
  });

  test('with something else in its place, which stays', () => {
    const { file, lock, folder } = fileIn();
    writeFileSync(lock, 'mine');
    expect(whileLocked(file, () => 'done')).toBe('done');
    expect(readFileSync(lock, 'utf8')).toBe('mine');
    expect(readdirSync(folder)).toEqual(['progress.json.lock']);
  });

  // Root may write everywhere.
  test.skipIf(process.getuid?.() === 0)('in a folder that may only be read', () => {
    const { file, folder } = fileIn();
    chmodSync(folder, 0o500);
    expect(whileLocked(file, () => 'done')).toBe('done');
    expect(readdirSync(folder)).toEqual([]);
    chmodSync(folder, 0o700);
  });
});
