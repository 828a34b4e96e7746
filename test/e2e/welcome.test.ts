import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { outputOf, temporaryFolder } from '../support/cli.ts';
import { terminal } from '../support/pty.ts';

/** A data folder of someone who has begun the fourth lesson. */
function begun(): string {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'gradtutor'));
  const lesson = { lines: ['3', '3'], done: 2, total: 5, finished: 0 };
  writeFileSync(
    join(folder, 'gradtutor', 'progress.json'),
    JSON.stringify({ version: 1, lessons: { '04-backward': lesson }, recent: ['04-backward'], answered: [] }),
  );
  return folder;
}

describe('gradtutor alone', () => {
  it('on a terminal says what to try first', async () => {
    const session = terminal([]);
    expect(await session.ended()).toMatchObject({ code: 0 });
    expect(session.screen).toMatch(/Try first[^]*gradtutor learn [^]*gradtutor run "3\*\(a\+b\*c\)"/u);
    expect(session.screen).not.toMatch(/Usage|You were|Go on with/u);
  });

  it('and where you were', async () => {
    const session = terminal([], { env: { XDG_DATA_HOME: begun(), GRADTUTOR_LANG: 'ko' } });
    expect(await session.ended()).toMatchObject({ code: 0 });
    expect(session.screen).toMatch(/4\. [^]*5개 중 2개[^]*gradtutor learn/u);
  });

  it('in a pipe prints help', async () => {
    expect(await outputOf([], { env: { XDG_DATA_HOME: begun() } })).toBe(await outputOf(['--help']));
  });
});
