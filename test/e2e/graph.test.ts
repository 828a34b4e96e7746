import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { environment, gradtutor, outputOf, temporaryFolder } from '../support/cli.ts';
import { widestLine } from '../support/quiz.ts';

const LECTURE = '3*(a+b*c)';
const LARGE = Array.from({ length: 40 }, (_, i) => `w${i + 1}*x${i + 1}`).join(' + ');

describe('gradtutor graph', () => {
  it('draws the graph with its values and dvars, and nothing else', async () => {
    expect(await outputOf(['graph', LECTURE])).toBe(
      [
        '             a = 5 ─────────┐',
        '             da = 3         │',
        '  b = 3 ──┐                 ├─ v = a + u = 11 ─── J = 3 * v = 33',
        '  db = 6  ├─ u = b * c = 6 ─┘  dv = 3             dJ = 1',
        '          │  du = 3',
        '  c = 2 ──┘',
        '  dc = 9',
        '',
      ].join('\n'),
    );
  });

  it('draws in ASCII', async () => {
    const text = await outputOf(['graph', '(a+b)*(b+1) + x*x', '--ascii']);
    expect(text).toMatch(/^[\n -~]+$/u);
    expect(text).toContain('2x');
  });

  it.each(['en', 'ko'])('tells it in sentences with --plain: %s', async (language) => {
    const text = await outputOf(['graph', 'x*x + y', '--plain', '--lang', language]);
    expect(text).not.toMatch(/[─│┌┐└┘├┤┬┴┼×]/u);
    expect(text).toMatch(
      language === 'en' ? /x = 5, used in u \(twice\)\. dx = 10\./u : /x = 5: u\(2번\)에 쓰여요\. dx = 10\./u,
    );
    expect(text).toMatch(
      language === 'en'
        ? /J = u \+ y = 28, the output\. dJ = 1\./u
        : /J = u \+ y = 28: 출력이에요\. dJ = 1\./u,
    );
  });

  it.each([60, 80, 120])('keeps to the width of the page: %s columns', async (width) => {
    for (const expression of [
      LECTURE,
      'z = w*x + b; a = sigmoid(z); L = -(y*log(a) + (1-y)*log(1-a))',
      LARGE,
    ]) {
      expect(widestLine(await outputOf(['graph', expression, '--width', String(width)]))).toBeLessThanOrEqual(
        width,
      );
    }
  });

  it('draws the part of a large graph that is nearest to the output, and says how to see all', async () => {
    const part = await outputOf(['graph', LARGE]);
    expect(part).toMatch(/159 quantities.*30 nearest[\s\S]*--all/u);
    expect(part).toContain('x40 = ');
    expect(part).not.toContain('x1 = ');
    const all = await outputOf(['graph', LARGE, '--all']);
    expect(all).toContain('x40 = ');
    expect(all).toContain('x1 = ');
    expect(all).not.toContain('--all');
  });

  it('shows no colour in a pipe, and blue values and red dvars where colour is asked for', async () => {
    expect(await outputOf(['graph', LECTURE])).not.toContain('\u001b');
    const text = await outputOf(['graph', LECTURE, '--color']);
    expect(text).toContain('\u001b[94m33\u001b[39m');
    expect(text).toContain('\u001b[91mdv = 3\u001b[39m');
  });

  it('draws what run draws, before the dvars and with them', async () => {
    const [graph, run] = await Promise.all([outputOf(['graph', LECTURE]), outputOf(['run', LECTURE])]);
    expect(run).toContain(graph);
    expect(run.split('├─ v = a + u = 11 ─── J').length).toBe(3);
  });
});

describe('what is written', () => {
  it.each(['run', 'graph'])('%s --format json is the trace', async (command) => {
    const told = JSON.parse(await outputOf([command, LECTURE, '--format', 'json'])) as { value: number };
    expect(told.value).toBe(33);
  });

  it('goes to a file whose ending chooses the format, and stdout stays empty', async () => {
    const file = join(temporaryFolder(), 'lecture.JSON');
    const { code, stdout, stderr } = await gradtutor(['run', LECTURE, '-o', file]);
    expect({ code, stdout, stderr }).toEqual({ code: 0, stdout: '', stderr: `Wrote ${file}\n` });
    expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({ value: 33 });
  });

  it('in a file has no colour, whatever the terminal has', async () => {
    const file = join(temporaryFolder(), 'lecture.txt');
    await gradtutor(['run', LECTURE, '-o', file, '--color']);
    expect(readFileSync(file, 'utf8')).toBe(await outputOf(['run', LECTURE]));
  });

  it.each<[string, string[], RegExp]>([
    [
      'an ending that is no format',
      ['-o', 'graph.xyz'],
      /graph\.xyz does not tell its format.*--format.*json/u,
    ],
    ['no ending', ['-o', 'graph'], /does not tell its format/u],
    [
      'a folder that is not there',
      ['-o', '/nowhere/graph.json'],
      /\/nowhere\/graph\.json: there is no such file or folder/u,
    ],
    ['a format that is none', ['-f', 'gif'], /--format takes one of: text, json/u],
  ])('is one clear error for %s', async (_, options, said) => {
    const { code, stdout, stderr } = await gradtutor(['graph', LECTURE, ...options]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr.replaceAll(/\s+/gu, ' ')).toMatch(said);
    expect(stderr.match(/Error:/gu)).toHaveLength(1);
  });
});

/** A folder for PATH whose xdg-open writes down what it is asked to open. */
function withOpener() {
  const folder = temporaryFolder();
  const log = join(folder, 'opened');
  mkdirSync(join(folder, 'bin'));
  writeFileSync(
    join(folder, 'bin/xdg-open'),
    `#!/bin/sh\nprintf %s "$1" > "${log}.part" && mv "${log}.part" "${log}"\n`,
  );
  chmodSync(join(folder, 'bin/xdg-open'), 0o755);
  return {
    PATH: `${join(folder, 'bin')}${delimiter}${environment()['PATH']}`,
    opened: async () => {
      while (!existsSync(log)) await new Promise((resolve) => setTimeout(resolve, 20));
      return readFileSync(log, 'utf8');
    },
  };
}

describe.skipIf(process.platform !== 'linux')('--open', () => {
  it('opens the file that was written', async () => {
    const { PATH, opened } = withOpener();
    const file = join(temporaryFolder(), 'lecture.json');
    const { code } = await gradtutor(['graph', LECTURE, '-o', file, '--open'], { env: { PATH } });
    expect(code).toBe(0);
    expect(await opened()).toBe(file);
  });

  it('opens a page to play with where nothing else is said', async () => {
    const { PATH, opened } = withOpener();
    const { code, stdout } = await gradtutor(['run', LECTURE, '--open'], { env: { PATH } });
    expect({ code, stdout }).toEqual({ code: 0, stdout: '' });
    const file = await opened();
    expect(file).toMatch(/\.html$/u);
    expect(readFileSync(file, 'utf8')).toContain('<!doctype html>');
  });

  it('does not open a program, which some systems would run', async () => {
    const file = join(temporaryFolder(), 'lecture.js');
    const { code, stderr } = await gradtutor(['run', LECTURE, '-o', file, '--open']);
    expect(code).toBe(2);
    expect(stderr).toContain('javascript is a program');
    expect(existsSync(file)).toBe(false);
  });

  it('says so where there is nothing to open it with', async () => {
    const file = join(temporaryFolder(), 'lecture.json');
    const { code, stderr } = await gradtutor(['graph', LECTURE, '-o', file, '--open'], {
      env: { PATH: '/nowhere' },
    });
    expect(code).toBe(2);
    expect(stderr).toMatch(/cannot open .*lecture\.json.*xdg-open/su);
    expect(existsSync(file)).toBe(true);
  });
});
