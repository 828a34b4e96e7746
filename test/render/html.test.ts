import { createHash } from 'node:crypto';
import { inflateRawSync } from 'node:zlib';
import { hashes, loader, program } from 'virtual:page';
import { describe, expect, it } from 'vitest';
import { type Trace, trace } from '../../src/core/trace.ts';
import { en, type Messages } from '../../src/i18n/en.ts';
import { ko } from '../../src/i18n/ko.ts';
import { type Lesson, lessonOf, optionsFor } from '../../src/page/lesson.ts';
import { toHtml } from '../../src/render/html.ts';
import { renamed } from '../support/renamed.ts';
import { snapshotCases, snapshotFile } from '../support/snapshots.ts';

/** At most so large is the lecture's page. */
const MOST_BYTES = 150_000;

/** A page without its program and its style: what is there before anything runs. */
const staticPart = (html: string): string =>
  html
    .replace(/<style>.*?<\/style>/su, '<style></style>')
    .replace(program, '')
    .replace(loader, '')
    .replaceAll(/'sha256-[^']*'/gu, "'sha256'");

const lessonIn = (html: string): Lesson =>
  JSON.parse(
    /<script type="application\/json" id="lesson">(.*?)<\/script>/su.exec(html)?.[1] ?? '',
  ) as Lesson;

/** What the page makes of its lesson. */
function again(told: Trace): Trace {
  const lesson = JSON.parse(JSON.stringify(lessonOf(told, 'en'))) as Lesson;
  return trace(lesson.source, optionsFor(lesson, new Map(lesson.at)));
}

const hashOf = (script: string): string => `sha256-${createHash('sha256').update(script).digest('base64')}`;

const unpacked = inflateRawSync(Buffer.from(program, 'base64')).toString('utf8');

const lecture = toHtml(trace('3*(a+b*c)'), en);

describe('a page', () => {
  it.each(snapshotCases)('is kept, but for its program: $title', async ({ told, t, ...at }) => {
    await expect(staticPart(toHtml(told, t))).toMatchFileSnapshot(snapshotFile({ told, t, ...at }, 'html'));
  });

  it('is small', () => {
    expect(Buffer.byteLength(lecture)).toBeLessThan(MOST_BYTES);
  });

  it('tells the whole story without its program', () => {
    const text = lecture.replaceAll(/<[^>]*>/gu, '').replaceAll('\u00a0', ' ');
    for (const words of [
      'J = 3 * (a + b * c)',
      'u= b * c= 3 * 2= 6',
      'b: 3 → 3.001   u: 6 → 6.002   v: 11 → 11.002',
      'db = du · du/db = 3 · c = 3 · 2 = 6',
    ])
      expect(text).toContain(words);
    expect(lecture).toContain('<details id="story" open>');
    expect(lecture).toContain('<section id="app" hidden>');
  });

  it('lets only its own two scripts run, and nothing reach the network', () => {
    const policy = /http-equiv="Content-Security-Policy" content="([^"]*)"/u.exec(lecture)?.[1];
    expect(policy).toBe(
      `default-src 'none'; script-src '${hashes[0]}' '${hashes[1]}'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'`,
    );
    expect([unpacked, loader].map(hashOf)).toEqual(hashes);
    expect(lecture).not.toMatch(/\s(?:src|href)=/u);
  });

  it('brings the licences of what it is made of', () => {
    expect(unpacked).toMatch(/^\/\*!\n[\s\S]*mathjs [\d.]+ \(Apache-2\.0\)/u);
    expect(unpacked).toContain('Apache License');
  });

  it.each([
    [en, 'en', 'The whole story in words'],
    [ko, 'ko', '전체 풀이를 글로 보기'],
  ])('is written in its language: %#', (t: Messages, lang, words) => {
    const html = toHtml(trace('a*b'), t);
    expect(html).toContain(`<html lang="${lang}">`);
    expect(html).toContain(words);
    expect(lessonIn(html).lang).toBe(lang);
  });

  it('does not send anyone to the command line for other values', () => {
    expect(trace('3*(a+b*c)').chosen).toEqual(['a', 'b', 'c']);
    expect(lecture).not.toContain('--at');
  });

  it('keeps hostile texts as text', () => {
    const source = '3*a # </script><script>window.hacked=1</script><!-- \u2028 & "';
    const html = toHtml(trace(source), en);
    expect(html.match(/<script/gu)).toHaveLength(3);
    expect(html).not.toContain('<!-- ');
    expect(html).not.toContain('\u2028');
    expect(lessonIn(html).source).toBe(source);
    const name = '<img src=x onerror="window.hacked=1">';
    expect(toHtml(renamed(trace('a*b'), 'a', name), en)).not.toContain('<img');
  });

  it('is refused for a graph that is too large to draw', () => {
    const sum = Array.from({ length: 300 }, (_, i) => `a${i}`).join(' + ');
    expect(() => toHtml(trace(sum), en)).toThrow('too-large-to-draw');
  });
});

describe('what a page is made from', () => {
  it.each([
    ['3*(a+b*c)', {}],
    ['a = 5; b = 2; log(a*b)^2', {}],
    ['e*pi*x', { e: 2, x: 3 }],
    ['가격 * __proto__ + constructor', {}],
    ['7', {}],
  ])('studies %s again as it was', (source, at: Record<string, number>) => {
    const told = trace(source, { at });
    expect(again(told)).toEqual({ ...told, chosen: [] });
  });

  it('keeps the nudge and the variables that were asked for', () => {
    const told = trace('3*(a+b*c)', { nudge: 0.5, wrt: ['b'] });
    expect(again(told)).toEqual({ ...told, chosen: [] });
  });

  it('takes other values, even for inputs that the program sets itself', () => {
    const lesson = lessonOf(trace('a = 5; b = 2; a*b'), 'en');
    const at = new Map([
      ['a', 7],
      ['b', 3],
    ]);
    expect(trace(lesson.source, optionsFor(lesson, at)).value).toBe(21);
    expect(() => trace(lesson.source, { at })).toThrow('set-twice');
  });
});
