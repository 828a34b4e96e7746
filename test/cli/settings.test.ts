import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { tellProblems } from '../../src/cli/config.ts';
import { readSettings } from '../../src/cli/settings.ts';
import { en } from '../../src/i18n/en.ts';
import { ko } from '../../src/i18n/ko.ts';
import { temporaryFolder } from '../support/cli.ts';

/** What is set by a file with this text, and these variables. */
function settingsOf(text: string | undefined, env: Readonly<Record<string, string>> = {}) {
  const folder = temporaryFolder();
  const file = join(folder, 'gradtutor', 'config.json');
  if (text !== undefined) {
    mkdirSync(dirname(file));
    writeFileSync(file, text);
  }
  const read = readSettings({ XDG_CONFIG_HOME: folder, ...env });
  const notes = tellProblems(read, en).map((note) => note.replaceAll(file, 'FILE'));
  return { values: Object.fromEntries([...read.found].map(([name, { value }]) => [name, value])), notes };
}

describe('the settings file', () => {
  test('need not be there', () => {
    expect(settingsOf(undefined)).toEqual({ values: {}, notes: [] });
  });

  test.each(['', '\uFEFF'])('sets what it says (beginning with %j)', (mark) => {
    expect(
      settingsOf(`${mark}{"lang": "ko", "color": false, "ascii": true, "plain": true, "nudge": 0.01}\r\n`),
    ).toEqual({
      values: { lang: 'ko', color: false, ascii: true, plain: true, nudge: '0.01' },
      notes: [],
    });
  });

  test.each([
    [
      'not JSON',
      '{lang: ko}',
      /^FILE: the settings are not used, this is no JSON object such as \{"lang": "ko"\} \(line 1\)\.$/u,
    ],
    ['empty', '', /no JSON object/u],
    ['a list', '["ko"]', /no JSON object/u],
    ['binary', '\u0000\u0001\uFFFD', /no JSON object/u],
  ])('that is %s is named in one note, and sets nothing', (_, text, note) => {
    const { values, notes } = settingsOf(text);
    expect(values).toEqual({});
    expect(notes).toHaveLength(1);
    expect(notes[0]).toMatch(note);
  });

  test('sets what is right in it, and has one note for what is not', () => {
    expect(
      settingsOf('{"lang": "fr", "colr": true, "nudge": 0, "ascii": true, "__proto__": 1, "constructor": 2}'),
    ).toEqual({
      values: { ascii: true },
      notes: [
        'FILE: There is no setting colr. Did you mean color? There is no setting __proto__. There are: lang, color, ascii, plain, nudge. There is no setting constructor. There are: lang, color, ascii, plain, nudge. lang takes one of en, ko, not "fr". nudge takes a number other than 0, such as 0.001, not 0.',
      ],
    });
  });

  test('that is a folder is named', () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, 'gradtutor', 'config.json'), { recursive: true });
    const [note, ...more] = tellProblems(readSettings({ XDG_CONFIG_HOME: folder }), ko);
    expect(more).toEqual([]);
    expect(note).toContain('폴더예요');
  });
});

describe('variables', () => {
  test.each<[string, string, Record<string, string>, unknown]>([
    ['come before the file', '{"lang": "ko"}', { GRADTUTOR_LANG: 'en' }, 'en'],
    ['say nothing when they are empty', '{"lang": "ko"}', { GRADTUTOR_LANG: '' }, 'ko'],
    ['that do not fit leave it to the file', '{"lang": "ko"}', { GRADTUTOR_LANG: 'xx' }, 'ko'],
  ])('%s', (_, file, env, lang) => {
    expect(settingsOf(file, env).values['lang']).toBe(lang);
  });

  test('that do not fit are named', () => {
    expect(settingsOf(undefined, { GRADTUTOR_NUDGE: 'tiny', GRADTUTOR_ASCII: 'yes' }).notes).toEqual([
      'GRADTUTOR_ASCII: ascii takes true or false, not yes.',
      'GRADTUTOR_NUDGE: nudge takes a number other than 0, such as 0.001, not tiny.',
    ]);
  });

  test.each<[Record<string, string>, boolean | undefined]>([
    [{ NO_COLOR: '1' }, false],
    [{ NO_COLOR: '' }, undefined],
    [{ FORCE_COLOR: '1', NO_COLOR: '1' }, true],
    [{ FORCE_COLOR: '0' }, false],
    [{ GRADTUTOR_COLOR: '1', FORCE_COLOR: '0', NO_COLOR: '1' }, true],
  ])('of other programs are heard: %j', (env, color) => {
    expect(settingsOf('{}', env).values['color']).toBe(color);
  });

  test('that say 0 overrule ACCESSIBLE and the file', () => {
    expect(settingsOf(undefined, { ACCESSIBLE: '1' }).values['plain']).toBe(true);
    expect(settingsOf('{"plain": true}', { ACCESSIBLE: '1', GRADTUTOR_PLAIN: '0' }).values['plain']).toBe(
      false,
    );
  });
});
