import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { shell, temporaryFolder } from '../support/cli.ts';
import { terminal } from '../support/pty.ts';

const BATCH = ['run', '-', '--format', 'ndjson'];
/** Longer than what shows nothing, in seconds: counted from the first result, when the work is under way. */
const WHILE = 1.2;

/** A file of many lines, one of them wrong, and a reader of the results that makes the work long. */
function longWork(): { input: string; slowly: string } {
  const folder = temporaryFolder();
  const input = join(folder, 'in');
  writeFileSync(input, `3*\n${'3*a\n'.repeat(20_000)}`);
  return { input, slowly: `> >(head -c 1 >/dev/null; sleep ${WHILE}; cat >/dev/null)` };
}

/** Clears the line from here on. */
const ERASE = '\u001b[K';

/** Redrawn: each picture of the line begins at its left end. */
const pictures = (raw: string): string[] => raw.split('\r').slice(1);

describe('the progress of a batch', () => {
  it('is drawn on stderr on a terminal, counts lines and errors, and is gone in the end', async () => {
    const { input, slowly } = longWork();
    const session = terminal(BATCH, { redirection: `<'${input}' ${slowly}` });
    await session.waitFor(/[█░]{24} +\d+ % {2}\d+ lines, 1 error/u);
    expect((await session.ended()).code).toBe(1);
    const told = session.raw.slice(session.raw.lastIndexOf(ERASE));
    expect(told.slice(ERASE.length)).toMatch(/^gradtutor: 1 of 20001 lines [^\r\n]+\r\n/u);
    expect(pictures(session.raw).filter((line) => line.startsWith(ERASE))).not.toEqual([]);
  });

  it('has no bar where the length is not known, and fits the screen', async () => {
    const folder = temporaryFolder();
    const done = join(folder, 'done');
    const session = terminal([...BATCH, '--ascii'], {
      columns: 20,
      redirection: `< <(until [ -e '${done}' ]; do echo '3*a'; sleep 0.05; done) >/dev/null`,
    });
    await session.waitFor(/^\d+ lines$/mu);
    writeFileSync(done, '');
    expect((await session.ended()).code).toBe(0);
    expect(session.raw).not.toMatch(/[█░#]/u);
    for (const line of pictures(session.raw)) expect(line.split('\u001b')[0]?.length).toBeLessThan(20);
  });

  it.each([
    [
      'where the results are on the same screen',
      BATCH,
      (input: string) => `< <(cat '${input}'; sleep ${WHILE}; echo a)`,
    ],
    ['with --plain', [...BATCH, '--plain'], (input: string, slowly: string) => `<'${input}' ${slowly}`],
  ])('is not drawn %s', async (_, args, redirection) => {
    const { input, slowly } = longWork();
    const session = terminal(args, { redirection: redirection(input, slowly) });
    expect((await session.ended()).code).toBe(1);
    expect(session.raw).not.toContain(ERASE);
    expect(session.raw).not.toMatch(/\d %/u);
  });

  it('is not drawn in a pipe', async () => {
    const { input, slowly } = longWork();
    const { code, stderr } = await shell(`"$NODE" "$BIN" run - --format ndjson <'${input}' ${slowly}`);
    expect({ code, stderr }).toEqual({
      code: 1,
      stderr: 'gradtutor: 1 of 20001 lines could not be worked out; the output says why.\n',
    });
  });
});
