import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { trace } from '../../src/core/trace.ts';
import { ko } from '../../src/i18n/ko.ts';
import { temporaryFolder } from '../support/cli.ts';
import { codeIn, wrongIn } from '../support/code.ts';
import { hostileNames, hostileTraces } from '../support/hostile.ts';
import { type Language, languages, outputOf, tools } from '../support/runners.ts';

const KEYWORDS =
  'lambda def int double float long char bool struct static void switch case return import in is global nonlocal pass None let const class function begin end module using where local mutable abstract type typeof new delete export yield await async enum interface package';
const CALLED =
  'math Math np torch print printf println console tensor forward backward main attempt found autograd reduce sum max min abs sqrt exp log pow tgamma floor sigmoid relu leaky_relu sign gamma Values Gradients values gradients PI TAU';
const OF_THE_SYSTEM =
  'linux unix i386 NAN INFINITY NULL EOF M_PI M_E FP_NAN L_tmpnam SEEK_SET stdin math_errhandling require exports process arguments eval globalThis __x _X __name__ __debug__ __FILE__ __init__ self y0 y1 jn';
/** Letters that a language takes for others, and marks that cannot begin a name. */
const LIKE_OTHERS = 'µ μ ɛ ε ﬁ fi 𝑥 x ｘ ſ s K Δx ñ ŉ';
const DVARS = 'u v du dv ddu dJ J da a';

const names = [
  ...new Set(
    [KEYWORDS, CALLED, OF_THE_SYSTEM, LIKE_OTHERS, DVARS]
      .flatMap((list) => list.split(' '))
      .concat(hostileNames)
      .map((name) => name.normalize('NFC')),
  ),
];

/** Each name by itself beside functions and constants, and all of them in one program. */
const traces = [
  ...names.map((name) =>
    trace(
      `${name}*${name} + 2*${name}*other + sigmoid(${name}) + sqrt(${name}) * exp(tau) + max(${name}, 1)`,
      {
        at: new Map([
          [name, 3],
          ['other', 4],
        ]),
      },
    ),
  ),
  trace(names.map((name) => `${name}*${name}`).join(' + '), {
    at: new Map(names.map((name, i) => [name, i + 0.5])),
  }),
  ...hostileTraces,
];

describe('names of any kind', () => {
  test.for(languages)('keep their quantities apart in %s', async (language, { skip }) => {
    skip(tools[language] === undefined, `no ${language} on this machine`);
    expect(await wrongIn(language, traces)).toEqual([]);
  });

  test.each(languages)('bring nothing of a comment in the source along in %s', async (language) => {
    for (const told of hostileTraces) {
      const code = await codeIn(language, told);
      expect(code).not.toMatch(/<script>|\u202e|```/u);
    }
  });
});

/** The lines of the comment at the top that tell of another name. */
const renamed = async (language: Language, source: string): Promise<string[]> =>
  [...(await codeIn(language, trace(source))).matchAll(/^(?:#|\/\/) (.* is called .*)$/gmu)].map(
    ([, line]) => line as string,
  );

describe('a name that a language cannot have', () => {
  test.each<[Language, source: string, told: string[]]>([
    ['python', 'lambda * def', ['lambda is called lambda_ here.', 'def is called def_ here.']],
    ['javascript', 'lambda * def', []],
    ['c', 'int * double + lambda', ['int is called int_ here.', 'double is called double_ here.']],
    ['julia', 'end * x', ['end is called end_ here.']],
    ['python', 'a$ * 가격', ['a$ is called a_ here.', 'dJ/da$ is called da_ here.']],
    ['javascript', 'a$ * 가격 * α', []],
    ['julia', 'µ * 2', ['µ is called μ here.', 'dJ/dµ is called dμ here.']],
    ['python', '𝑥 * x', ['𝑥 is called x_ here.', 'dJ/d𝑥 is called dx_ here.']],
    ['python', 'u = a*b; J = u * du', ['dJ/du is called du_ here.']],
    ['c', 'sin(x) * sin', ['sin is called sin_ here.']],
    ['python', 'sin(x) * sin', []],
    ['c', 'M_PI * __x', ['M_PI is called vM_PI here.', '__x is called v__x here.']],
    ['typescript', 'type * of * number', ['of is called of_ here.']],
  ])('is told in %s for %s', async (language, source, told) => {
    expect(await renamed(language, source)).toEqual(told);
  });

  test('is told in the language of the learner', async () => {
    const code = await codeIn('python', trace('lambda * x'), ko);
    expect(code).toContain('# lambda는 여기서 lambda_라고 써요.\n');
  });

  test('keeps its name in what the program prints', async () => {
    expect(await codeIn('python', trace('lambda * x'))).toContain('print("dlambda =", dlambda)');
    expect(await codeIn('julia', trace('a$ * x'))).toContain(String.raw`println("da\$ = ", da_)`);
  });
});

test('no macro of the C headers can stand where a name is', async ({ skip }) => {
  skip(tools.c === undefined, 'no gcc on this machine');
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'headers.c'), '#include <math.h>\n#include <stdbool.h>\n#include <stdio.h>\n');
  const defined = await outputOf('gcc', ['-dM', '-E', 'headers.c'], folder);
  const macros = [...defined.matchAll(/^#define ([A-Za-z]\w*) /gmu)].map(([, name]) => name as string);
  expect(macros).toEqual(expect.arrayContaining(['M_PI', 'NAN', 'EOF']));
  const wanted = macros.filter((name) => !/^(?:true|false)$/u.test(name));
  const code = await codeIn('c', trace(wanted.join(' + ')));
  const declared = [...code.matchAll(/^ +double (\w+) = /gmu)].map(([, name]) => name as string);
  expect(declared.filter((name) => macros.includes(name))).toEqual([]);
});
