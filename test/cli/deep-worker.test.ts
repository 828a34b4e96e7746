import { MessageChannel, receiveMessageOnPort } from 'node:worker_threads';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { parseDeeply } from '../../src/cli/deep-worker.ts';
import * as parser from '../../src/core/parse.ts';

/** What the thread answers, once it has been sent a text, and how many turns it has taken then. */
async function answerTo(text: string): Promise<{ answer: unknown; turns: number; before: number }> {
  const { port1, port2 } = new MessageChannel();
  const turns = new Int32Array(new SharedArrayBuffer(4));
  try {
    parseDeeply({ port: port2, turns });
    const before = turns[0] as number;
    port1.postMessage(text);
    await vi.waitFor(() => expect(turns[0]).toBe(before + 1));
    return { answer: receiveMessageOnPort(port1)?.message, turns: turns[0] as number, before };
  } finally {
    port1.close();
  }
}

afterEach(() => vi.restoreAllMocks());

describe('the thread that parses', () => {
  test('says that it listens, and answers with a tree', async () => {
    const { answer, before } = await answerTo('(a)');
    expect(before).toBe(1);
    expect(answer).toHaveProperty('tree');
  });

  test('answers with what is wrong in a text', async () => {
    expect((await answerTo('(a')).answer).toMatchObject({ code: 'syntax-close' });
  });

  test('answers with a failure of its own as what it is', async () => {
    vi.spyOn(parser, 'parseSource').mockImplementation(() => {
      throw new TypeError('out of order');
    });
    expect((await answerTo('a')).answer).toEqual({
      failure: expect.stringContaining('TypeError: out of order') as string,
    });
  });
});
