import { readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';

/** Milliseconds: no process works this long on one file. */
const HOUR = 3_600_000;

/** What one process puts beside a file while it works on it: `progress.json.4321`. The name says whose it is. */
export const besideFor = (file: string): string => `${file}.${process.pid}`;

/** Whether the process that made this file or folder has ended, or has not let go of it for longer than `patience` milliseconds. */
export function isLeftBehind(path: string, pid: number, patience: number): boolean {
  try {
    // A clock may have been set back: what is far in the future is as old.
    return !isRunning(pid) || Math.abs(Date.now() - statSync(path).mtimeMs) > patience;
  } catch {
    // It is gone by now.
    return false;
  }
}

/** Removes what processes that were killed have left in a folder of data. */
export function sweep(folder: string): void {
  try {
    for (const name of readdirSync(folder)) {
      const pid = /\.json(?:\.lock)?\.(\d+)$/u.exec(name)?.[1];
      const path = join(folder, name);
      if (pid !== undefined && isLeftBehind(path, Number(pid), HOUR))
        rmSync(path, { recursive: true, force: true });
    }
  } catch {
    // Nothing that is kept depends on it.
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
