import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import process from 'node:process';

/** Milliseconds: what is done under a lock takes a few, so an older one was left behind. */
const STALE = 5000;
const PATIENCE = 2000;
const PAUSE = 5;

/**
 * Runs an action while no other process does the same with this file. The lock of a process that was killed is broken. Where
 * no lock can be made (a read-only disk), or nobody lets go of it, the action runs all the same: a learner is not made to wait.
 */
export function whileLocked<T>(file: string, action: () => T): T {
  const lock = `${file}.lock`;
  const isHeld = take(lock);
  try {
    return action();
  } finally {
    if (isHeld) rmSync(lock, { force: true });
  }
}

function take(lock: string): boolean {
  const end = performance.now() + PATIENCE;
  const sleeper = new Int32Array(new SharedArrayBuffer(4));
  while (performance.now() < end) {
    try {
      mkdirSync(dirname(lock), { recursive: true, mode: 0o700 });
      writeFileSync(lock, String(process.pid), { flag: 'wx', mode: 0o600 });
      return true;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') return false;
    }
    if (isLeftBehind(lock)) rmSync(lock, { force: true });
    else Atomics.wait(sleeper, 0, 0, PAUSE);
  }
  return false;
}

function isLeftBehind(lock: string): boolean {
  try {
    const age = Date.now() - statSync(lock).mtimeMs;
    const owner = Number(readFileSync(lock, 'utf8'));
    return age > STALE || (owner > 0 && !isRunning(owner));
  } catch {
    // It is gone by now.
    return false;
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
