/** The built program on a pseudo-terminal, typed at as a learner types. */
import { stripVTControlCharacters } from 'node:util';
import { spawn } from '@lydell/node-pty';
import { afterEach } from 'vitest';
import { bin, type Environment, environment, root } from './cli.ts';

/** Milliseconds after which what is waited for will not come. */
export const PATIENCE = 60_000;

export interface TerminalOptions {
  readonly env?: Environment;
  readonly columns?: number;
  readonly rows?: number;
  /** What the shell does with the program's streams, such as `</dev/null`. */
  readonly redirection?: string;
  /** The user to run as, where that is allowed. */
  readonly uid?: number;
}

export interface Ended {
  readonly code: number;
  /** What `stty -a` says of the terminal once the program is gone. */
  readonly stty: string;
}

export interface Session {
  /** Everything written so far, without escape sequences. */
  readonly screen: string;
  /** The same with them. */
  readonly raw: string;
  /** Waits until this is on the screen, in what came since the last typing. */
  waitFor(text: string | RegExp): Promise<void>;
  /** Waits for the prompt of this dvar, ready for an answer. */
  waitForPrompt(dvar: string): Promise<void>;
  type(keys: string): void;
  /** Waits for the prompt of a dvar, then types this and Enter. */
  answer(dvar: string, text: string): Promise<void>;
  ended(): Promise<Ended>;
  /** Kills the program, and not the shell around it, with the signal that no program can catch. */
  kill(): Promise<void>;
}

const open = new Set<() => void>();
afterEach(() => {
  for (const close of open) close();
  open.clear();
});

const plain = (text: string) => stripVTControlCharacters(text).replaceAll('\r', '');

/** What the shell writes first. */
const HEADER = /^\[program (\d+)\]\r\n/u;

/** Starts the program under bash, which tells its process first, and afterwards the state that the terminal was left in. */
export function terminal(
  args: readonly string[],
  { env, columns = 80, rows = 50, redirection = '', uid }: TerminalOptions = {},
): Session {
  // The shell waits in the end: a pseudo-terminal that closes may lose what was written last.
  const script = `trap : INT; (echo "[program $BASHPID]"; exec "$@" ${redirection}); code=$?; echo; echo "[stty]"; stty -a; echo "[ended $code]"; read -r`;
  const child = spawn(
    'bash',
    ['--noprofile', '--norc', '-c', script, 'bash', process.execPath, bin, ...args],
    {
      cols: columns,
      rows,
      cwd: root,
      env: environment(env),
      ...(uid === undefined ? {} : { uid, gid: uid }),
    },
  );
  const close = () => child.kill('SIGKILL');
  open.add(close);
  let raw = '';
  let typedAt = 0;
  let isGone = false;
  const watchers = new Set<() => void>();
  const wake = () => {
    for (const watcher of watchers) watcher();
  };
  child.onData((data) => {
    raw += data;
    wake();
  });
  child.onExit(() => {
    open.delete(close);
    isGone = true;
    wake();
  });
  const written = () => raw.replace(HEADER, '').split('[stty]')[0] as string;
  const exitCode = () => /^\[ended (\d+)\]/mu.exec(raw)?.[1];

  const until = (what: string, isDone: () => boolean) =>
    new Promise<void>((resolve, reject) => {
      const fail = (why: string) => {
        stop();
        reject(new Error(`${why} while waiting for ${what}. The screen:\n${plain(raw)}`));
      };
      const timer = setTimeout(() => fail('Time is up'), PATIENCE);
      const stop = () => {
        clearTimeout(timer);
        watchers.delete(check);
      };
      const check = () => {
        if (isDone()) {
          stop();
          resolve();
        } else if (isGone || exitCode() !== undefined) {
          fail(`The program ended with ${exitCode()}`);
        }
      };
      watchers.add(check);
      check();
    });

  return {
    get screen() {
      return plain(written());
    },
    get raw() {
      return written();
    },
    waitFor: (text) =>
      until(String(text), () => {
        const news = plain(raw.slice(typedAt));
        return typeof text === 'string' ? news.includes(text) : text.test(news);
      }),
    // The line of an answer that was sent ends in the answer, so only a fresh prompt ends a line of its own.
    waitForPrompt: (dvar) =>
      until(`the prompt for ${dvar}`, () => plain(raw.slice(typedAt)).trimEnd().endsWith(`\n  ${dvar} =`)),
    type(keys) {
      typedAt = raw.length;
      child.write(keys);
    },
    async answer(dvar, text) {
      await this.waitForPrompt(dvar);
      this.type(`${text}\r`);
    },
    async ended() {
      await until('its end', () => exitCode() !== undefined);
      return { code: Number(exitCode()), stty: raw.split('[stty]')[1] ?? '' };
    },
    async kill() {
      if (!HEADER.test(raw)) await until('its start', () => HEADER.test(raw));
      try {
        process.kill(Number(HEADER.exec(raw)?.[1]), 'SIGKILL');
      } catch {
        // It has come to its end by itself.
      }
    },
  };
}
