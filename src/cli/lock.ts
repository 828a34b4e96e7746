import { existsSync, readdirSync, renameSync, rmdirSync, rmSync, unlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { makeFolder } from './folder.ts';
import { besideFor, isLeftBehind } from './left-behind.ts';

/** Milliseconds: what is done under a lock takes a few, so one that is held for longer was left behind. */
const STALE = 3000;
/** Longer than that, so that one lock which was left behind is waited out. */
const PATIENCE = 10_000;
const PAUSE = 5;

/** Locks of this process. */
const held = new Set<string>();

/**
 * Runs an action while no other process does the same with this file. The lock of a process that was killed is broken. Where
 * no lock can be made (a read-only disk), or nobody lets go of it, the action runs all the same: a learner is not made to wait.
 *
 * The lock is a folder with one file, which is named after its owner. It is renamed into place, which only one can do, and
 * nobody who breaks a lock can take away a newer one: they remove the old owner's file, by its name, and an empty folder.
 */
export function whileLocked<T>(file: string, action: () => T): T {
  const lock = `${file}.lock`;
  if (held.has(lock) || !take(lock)) return action();
  held.add(lock);
  try {
    return action();
  } finally {
    held.delete(lock);
    quietly(() => unlinkSync(join(lock, String(process.pid))));
    quietly(() => rmdirSync(lock)); // unless someone else has taken it by now
  }
}

function take(lock: string): boolean {
  const mine = besideFor(lock);
  try {
    makeFolder(mine);
    writeFileSync(join(mine, String(process.pid)), '', { mode: 0o600 });
    return placed(mine, lock);
  } catch {
    return false;
  } finally {
    quietly(() => rmSync(mine, { recursive: true, force: true }));
  }
}

/** Puts a lock where it belongs, once nobody else's is there. */
function placed(mine: string, lock: string): boolean {
  const end = performance.now() + PATIENCE;
  while (performance.now() < end) {
    try {
      renameSync(mine, lock);
      return true;
    } catch (error) {
      if (!existsSync(mine)) throw error;
    }
    if (isHeld(lock)) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, PAUSE);
  }
  return false;
}

/** Whether someone holds it; one that was left behind is broken. Throws where there is something else than a lock. */
function isHeld(lock: string): boolean {
  try {
    const owners = readdirSync(lock);
    for (const owner of owners) {
      if (!isLeftBehind(join(lock, owner), Number(owner), STALE)) return true;
      quietly(() => unlinkSync(join(lock, owner)));
    }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
  // Not every system renames over an empty folder.
  quietly(() => rmdirSync(lock));
  return false;
}

function quietly(action: () => void): void {
  try {
    action();
  } catch {
    // Someone else has done it.
  }
}
