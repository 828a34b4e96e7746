import { Script } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { wrap } from '../../scripts/wrap.js';

/** What a file exports, once the build has wrapped it and it is called as the launcher does. */
function exportsOf(code: string, runtime?: string): Record<string, unknown> {
  const module = { exports: {} };
  const call = new Script(wrap(code, runtime)).runInThisContext() as (...args: unknown[]) => void;
  call(module.exports, () => undefined, module);
  return module.exports;
}

const getter = (name: string, value: string) =>
  `Object.defineProperty(exports,"${name}",{enumerable:!0,get:function(){return${value.startsWith('`') ? '' : ' '}${value}}})`;

describe('a file of the build, wrapped', () => {
  it('exports what it exported by getters and by assignments, and nothing else', () => {
    const module = 'Object.defineProperty(exports,Symbol.toStringTag,{value:`Module`});';
    const code = `${module}let e=1,t=\`two\`;${getter('a', 'e')},${getter('b', '`x`')};exports.$=t,exports.main=e;`;
    expect(exportsOf(code)).toEqual({ a: 1, b: 'x', $: 'two', main: 1 });
    expect(wrap(code)).not.toContain('defineProperty');
  });

  it('is refused where it exports in a way that is not known', () => {
    expect(() => wrap('Object.assign(exports,{a:1});')).toThrow('exports in another way');
    expect(() => wrap('if(x)exports.a=1;')).toThrow('exports in another way');
  });

  it('is all ASCII and says the same', () => {
    const code =
      'let e=`\u03b1 \u2192 \ud83d\ude42`,t=/[\u03b1-\u03c9]/u.test(`\u03b2`);exports.e=e,exports.t=t;';
    expect(wrap(code)).toMatch(/^[\0-\x7f]*$/u);
    expect(exportsOf(code)).toEqual({ e: 'α → 🙂', t: true });
  });

  it('makes a class of Unicode when it is first used, and once', () => {
    const code = String.raw`let e=t=>{if(/^\p{L}"\\+$/u.test(t))return/\p{L}/u},n=()=>e('\u03b1"\\');exports.e=n;`;
    const { e } = exportsOf(code) as { e: () => RegExp };
    expect(wrap(code)).not.toMatch(/\/\^?\\p\{/u);
    expect(e()).toEqual(/\p{L}/u);
    expect(e()).toBe(e());
  });

  it('keeps apart the places of classes that remember one', () => {
    const code = String.raw`let e=t=>{let n=/\p{L}/gu;return n.test(t)&&n.lastIndex};exports.e=e;`;
    const { e } = exportsOf(code) as { e: (text: string) => unknown };
    expect([e('ab'), e('ab'), e('ab')]).toEqual([1, 1, 1]);
  });

  it("has rolldown's helpers in it", () => {
    const runtime = `let e=()=>7;${getter('n', 'e')};`;
    const code = 'const e=require("./rolldown-runtime-DbbDpzbe.cjs"),t=e.n();exports.a=t;';
    expect(exportsOf(code, runtime)).toEqual({ a: 7 });
    expect(wrap(code, runtime)).not.toContain('require("');
  });
});
