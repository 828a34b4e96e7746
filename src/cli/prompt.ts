import process from 'node:process';
import { createInterface } from 'node:readline';
import type inquirerModule from 'inquirer';
import { Interrupted } from './exit.ts';
import { streamOfErrors, writeErr } from './standard.ts';

/** Asks one question; undefined when the learner ends the input (Ctrl+D). Throws Interrupted on Ctrl+C. */
export interface Prompt {
  ask(label: string): Promise<string | undefined>;
  close(): void;
}

/** inquirer where the terminal can redraw a line, a plain line reader for dumb terminals and screen readers. */
export async function openPrompt(plain: boolean): Promise<Prompt> {
  const { env } = process;
  if (plain || env['TERM'] === 'dumb' || env['CI']) return new LinePrompt();
  const { default: inquirer } = await import('inquirer');
  return new InquirerPrompt(inquirer);
}

/** Ctrl+U: a line that was begun before the prompt is already in readline's hands, and would come twice. */
const DELETE_LINE = '\u0015';

const same = (text: string): string => text;

class InquirerPrompt implements Prompt {
  readonly #inquirer: typeof inquirerModule;
  /** Lines pasted together with an earlier answer: inquirer drops what comes after the first. */
  readonly #pasted: string[] = [];
  /** A line that was begun after them. */
  #begun = '';

  constructor(inquirer: typeof inquirerModule) {
    this.#inquirer = inquirer;
  }

  async ask(label: string): Promise<string | undefined> {
    const pasted = this.#pasted.shift();
    if (pasted !== undefined) {
      writeErr(`  ${label} ${pasted}\n`);
      return pasted;
    }
    let early = this.#begun;
    let typed = '';
    let isListening = false;
    const keep = (chunk: Buffer | string) => {
      if (isListening) typed += String(chunk);
      else early += String(chunk);
    };
    const ended = new AbortController();
    const endOnCtrlD = (_: unknown, key: { ctrl?: boolean; name?: string } | undefined) => {
      if (key?.ctrl && key.name === 'd') ended.abort();
    };
    process.stdin.on('keypress', endOnCtrlD);
    // Called whenever the prompt is drawn. From the first time on it listens; what came before, inquirer throws away.
    const message = (text: string): string => {
      if (!isListening && early !== '')
        process.nextTick(() => process.stdin.unshift(Buffer.from(DELETE_LINE + early)));
      isListening = true;
      return text;
    };
    try {
      const prompt = this.#inquirer.createPromptModule({ output: streamOfErrors(), signal: ended.signal });
      const theme = { prefix: { idle: ' ', done: ' ' }, style: { message, answer: same } };
      const asking = prompt<{ answer: string }>([{ type: 'input', name: 'answer', message: label, theme }]);
      process.stdin.on('data', keep);
      const { answer } = await asking;
      const [, ...more] = typed.split(/\r\n?|\n/u);
      this.#begun = more.pop() ?? '';
      this.#pasted.push(...more.filter((line) => line.trim() !== ''));
      return answer;
    } catch (error) {
      if (error instanceof Error && error.name === 'ExitPromptError') throw new Interrupted();
      if (error instanceof Error && error.name === 'AbortPromptError') return undefined;
      throw error;
    } finally {
      process.stdin.off('keypress', endOnCtrlD);
      process.stdin.off('data', keep);
    }
  }

  close(): void {
    process.stdin.pause();
  }
}

class LinePrompt implements Prompt {
  readonly #reader = createInterface({ input: process.stdin, terminal: false });
  readonly #lines = this.#reader[Symbol.asyncIterator]();
  #isInterrupted = false;
  readonly #interrupt = (): void => {
    this.#isInterrupted = true;
    this.#reader.close();
  };

  constructor() {
    process.on('SIGINT', this.#interrupt);
  }

  async ask(label: string): Promise<string | undefined> {
    writeErr(`  ${label} `);
    const next = await this.#lines.next();
    if (this.#isInterrupted) throw new Interrupted();
    return next.done ? undefined : next.value;
  }

  close(): void {
    process.off('SIGINT', this.#interrupt);
    this.#reader.close();
  }
}
