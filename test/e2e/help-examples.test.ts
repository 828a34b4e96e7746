import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { describe as describeCommand, everyCommand } from '../../src/cli/manual/describe.ts';
import { buildProgram } from '../../src/cli/program.ts';
import { en } from '../../src/i18n/en.ts';
import { ko } from '../../src/i18n/ko.ts';
import { bin, environment, root, run, temporaryFolder } from '../support/cli.ts';

const examplesIn = (t: typeof en): string[] =>
  everyCommand(describeCommand(buildProgram(t), new Map())).flatMap(({ after }) =>
    after.filter((line) => line.startsWith('  ')).map((line) => line.trim()),
  );
const examples = [...new Set(examplesIn(en))];

/** Ask someone at a terminal, or open a program of theirs: here, in a pipe, they get no answer, and say so with 1. */
const INTERACTIVE = new Set([
  'gradtutor learn',
  'gradtutor learn 4 --lang ko',
  'gradtutor quiz "3*(a+b*c)" --at a=5,b=7,c=2',
  'gradtutor quiz --level 5 --count 3 --seed 42',
]);
/** Examples of what is not all right, by what they show. */
const WRONG = new Set(['gradtutor check "3*(a+b*c)" --answers "dv=3,da=3,du=3,db=2,dc=9"']);
/** Need a shell or a pager that may not be installed here. */
const ELSEWHERE = /man -l|Invoke-Expression|~\/\.zfunc|~\/\.config\/fish|~\/\.local\/share\/man/u;

/** A folder with the files that the examples speak of, and `gradtutor` on the path. */
function place(): { cwd: string; env: Record<string, string> } {
  const cwd = temporaryFolder();
  const home = temporaryFolder();
  writeFileSync(join(cwd, 'gradtutor'), `#!/bin/sh\nexec "${process.execPath}" "${bin}" "$@"\n`, {
    mode: 0o755,
  });
  writeFileSync(join(cwd, 'expressions.txt'), '3*a\nsin(x)\n');
  writeFileSync(join(cwd, 'submissions.ndjson'), '{"expression":"3*a","answers":"da=3"}\n');
  writeFileSync(join(cwd, 'class.csv'), 'student,answers\nKim,"dv=3,da=3,du=3,db=6,dc=9"\n');
  const { PATH = '' } = environment();
  const env = {
    PATH: `${cwd}:${PATH}`,
    HOME: home,
    XDG_CONFIG_HOME: home,
    XDG_DATA_HOME: join(home, 'data'),
  };
  return { cwd, env };
}

/** What must be there before. */
const SETUP = new Map([
  ['my-course', 'mkdir my-course && cd my-course && gradtutor lessons new own >/dev/null && cd ..'],
  ['config path)', 'gradtutor config set lang en >/dev/null'],
]);

describe('an example in the help', () => {
  it('is the same call in every language', () => {
    expect(examplesIn(ko)).toEqual(examplesIn(en));
    expect([...INTERACTIVE, ...WRONG].filter((example) => !examples.includes(example))).toEqual([]);
  });

  it.skipIf(process.platform === 'win32').each(examples.filter((example) => !ELSEWHERE.test(example)))(
    '%s',
    async (example) => {
      const setup = [...SETUP].flatMap(([part, before]) => (example.includes(part) ? [before] : []));
      const script = [...setup, example].join('\n');
      const { code, stderr } = await run('bash', ['--noprofile', '--norc', '-c', script], place());
      const hasNoError = !/^(?:Error|오류): |command not found|No such file/mu.test(stderr);
      expect({ hasNoError, code }).toEqual({
        hasNoError: true,
        code: INTERACTIVE.has(example) || WRONG.has(example) ? 1 : 0,
      });
    },
  );

  it('that prints a page or a script prints it', () => {
    expect(examples.filter((example) => ELSEWHERE.test(example))).toHaveLength(5);
    expect(readFileSync(join(root, 'dist/man/gradtutor.1'), 'utf8')).toContain('.TH GRADTUTOR 1');
  });
});
