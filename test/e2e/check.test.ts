import { describe, expect, it } from 'vitest';
import { gradtutor, outputOf, shell } from '../support/cli.ts';

const LECTURE = ['check', '3*(a+b*c)', '--answers'] as const;

interface Report {
  readonly answers: readonly {
    readonly label: string;
    readonly outcome: string;
    readonly mistakes: string[];
  }[];
  readonly firstWrong?: string;
  readonly unknown: readonly { readonly name: string }[];
  readonly score: { readonly credit: number; readonly total: number };
}

async function creditBy(rule: string): Promise<number> {
  const args = [...LECTURE, 'dv=3,da=3,du=2,db=4,dc=6', '-f', 'json', '--credit', rule];
  return (JSON.parse((await gradtutor(args)).stdout) as Report).score.credit;
}

const missing = (expression: string, ...more: readonly string[]) =>
  gradtutor(['check', expression, '--answers', 'da=3', ...more]);

describe('gradtutor check', () => {
  it('says of each answer whether it is right, and why not', async () => {
    const { code, stdout, stderr } = await gradtutor([...LECTURE, 'dv=3,da=3,du=3,db=2,dc=9']);
    expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
    expect(stdout).toBe(`J = 3 * (a + b * c)
a = 5, b = 3, c = 2   (chosen for you; set your own with --at a=5,b=3,c=2)

  Right: dv = 3.
  Right: da = 3.
  Right: du = 3.
  db = 2: wrong.
    db = 2 says: add 0.001 to b, and J should go from 33 to 33.002. It really
    goes to 33.006.
    2 is du/db, the local derivative. Multiply it by du, which comes from the
    right: db = du · du/db.
  Right: dc = 9.

  You found 4 of 5.
`);
  });

  it('ends with 0 where everything is right, in whatever form and order', async () => {
    const answers = 'dc=du*b,db=12/2,u=3,a=3.0,dJ/dv=3';
    expect(await outputOf([...LECTURE, answers])).toContain('  All 5 right.\n');
  });

  it('says what follows from what, what is missing, and which names lead nowhere', async () => {
    const { code, stdout } = await gradtutor([...LECTURE, 'dv=3,du=2,db=4,dz=1', '--width', '200']);
    expect(code).toBe(1);
    expect(stdout).toContain('db = 4 follows correctly from your du = 2.');
    expect(stdout).toContain('  da is missing.\n');
    expect(stdout).toContain('  There is no dz here.');
    expect(stdout).toContain(
      '  You found 1 of 5. 1 more followed rightly from an earlier slip.\n  Credit: 2 of 5.\n',
    );
  });

  it('is not content with right answers beside a name that leads nowhere', async () => {
    const { code, stdout } = await gradtutor([...LECTURE, 'dv=3,da=3,du=3,db=6,dc=9,dq=1']);
    expect(code).toBe(1);
    expect(stdout).toContain('  There is no dq here.\n');
    expect(stdout).toMatch(/\n\n {2}You found 5 of 5\. Look again at what else you wrote\.\n$/u);
  });

  it('writes JSON for programs', async () => {
    const { code, stdout, stderr } = await gradtutor([...LECTURE, 'dv=3,da=3,du=2,db=4,dx=1', '-f', 'json']);
    expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
    const report = JSON.parse(stdout) as Report;
    expect(report.answers.map(({ label, outcome }) => `${label} ${outcome}`)).toEqual([
      'dv right',
      'da right',
      'du wrong',
      'db follows',
      'dc missing',
    ]);
    expect(report).toMatchObject({
      version: 1,
      source: '3*(a+b*c)',
      inputs: { a: 5, b: 3, c: 2 },
      output: 'J',
      firstWrong: 'du',
      unknown: [{ name: 'dx' }],
      score: { rule: 'follow', credit: 3, total: 5 },
    });
    expect(report.answers[3]).toMatchObject({ expected: 6, text: '4', value: 4, first: 'du' });
    expect(report.answers[3]).toHaveProperty('feedback', expect.stringContaining('follows correctly'));
  });

  it.each(['dv=3;da=3；du=3;db=6;dc=9', 'dv=3\nda=3\r\ndu=3,\ndb=max(6,1)\ndc=9\n'])(
    'takes answers divided by semicolons or line ends: %j',
    async (answers) => {
      expect(await outputOf([...LECTURE, answers])).toContain('  All 5 right.\n');
    },
  );

  it('says which option was meant by --answer', async () => {
    const { code, stdout, stderr } = await gradtutor(['check', '3*a', '--answer', 'da=3']);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(/^Error: There is no option --answer\. Did you mean --answers\?[^\n]*\n$/u);
  });

  it('goes by the rule of --credit', async () => {
    expect([await creditBy('strict'), await creditBy('follow'), await creditBy('half')]).toEqual([2, 4, 3]);
  });

  it('takes values, and asks only for some variables', async () => {
    const args = ['check', 'a*b + c', '--at', 'a=1/2,b=4,c=1', '--wrt', 'a', '--answers'];
    expect(await outputOf([...args, 'da=4'])).toMatch(/Right: da = 4\.\n\n {2}Right\.\n$/u);
    const others = await gradtutor([...args, 'da=4,du=2', '-f', 'json']);
    expect(others.code).toBe(1);
    expect(JSON.parse(others.stdout)).toMatchObject({
      answers: [
        { label: 'du', asked: false, outcome: 'wrong' },
        { label: 'da', asked: true, outcome: 'right' },
      ],
      firstWrong: 'du',
      score: { credit: 1, total: 1 },
    });
    const unknown = await gradtutor(['check', '3*a', '--wrt', 'q', '--answers', 'da=3']);
    expect(unknown).toMatchObject({ code: 2, stdout: '' });
  });

  it('does what the second example of its help says', async () => {
    const [, example = ''] =
      /^ {2}gradtutor (check "x\^2.*)$/mu.exec(await outputOf(['check', '--help'])) ?? [];
    const { code, stdout } = await shell(`"$NODE" "$BIN" ${example}`);
    expect({ code, stdout }).toEqual({ code: 0, stdout: expect.stringMatching(/Right: dx = 3\.75\./u) });
  });

  it('says of a missing dvar what its variable is, unless the learner named it', async () => {
    expect((await missing('3*(a+b*c)')).stdout).toContain('  dv is missing (v = a + u).\n');
    expect((await missing('3*(a+b*c)', '--lang', 'ko')).stdout).toContain('dv의 답이 없어요 (v = a + u).');
    const named = (await missing('s = a+b*c; J = 3*s')).stdout;
    expect(named).toContain('  ds is missing.\n');
    expect(named).toContain('  du is missing (u = b * c).\n');
    expect(named).toContain('  db is missing.\n');
  });

  it('reads the expression from a pipe, and speaks Korean', async () => {
    const { code, stdout } = await gradtutor(['check', '-', '--answers', 'da=2', '--lang', 'ko'], {
      input: '3*a\n',
    });
    expect(code).toBe(1);
    expect(stdout).toContain('da = 2: 틀림.');
    expect(stdout).toContain('아직 맞힌 문제가 없어요.');
  });

  it.each([
    ['3,3,3', /Answers are written dvar=number, as in dv=3,da=3\. I cannot read: 3\n$/u],
    ['dv=3,v=4', /dv is answered twice/u],
  ])('refuses answers that it cannot sort: %s', async (answers, reason) => {
    const { code, stdout, stderr } = await gradtutor([...LECTURE, answers]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(/^Error: [^\n]+\n$/u);
    expect(stderr).toMatch(reason);
  });

  it('says what is missing where there are no answers, and where nothing is asked', async () => {
    const without = await gradtutor(['check', '3*a']);
    expect(without).toMatchObject({ code: 2, stdout: '' });
    expect(without.stderr).toMatch(/^Error: --answers is missing\.[^\n]*\n$/u);
    const constant = await gradtutor(['check', '3*4', '--answers', 'dx=1']);
    expect(constant).toMatchObject({ code: 2, stdout: '', stderr: expect.stringMatching(/no variable/u) });
  });

  it('shows no control characters that came with an answer', async () => {
    const { stdout } = await gradtutor([...LECTURE, 'dv=\u001b[31m3,d\u0007q=1']);
    // oxlint-disable-next-line no-control-regex
    expect(stdout).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f]/u);
  });
});
