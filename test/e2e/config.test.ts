import { mkdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { gradtutor, outputOf, temporaryFolder } from '../support/cli.ts';

const LECTURE = '3*(a+b*c)';

/** A folder of settings with this file in it. */
function settingsFolder(text?: string): { env: { XDG_CONFIG_HOME: string }; file: string } {
  const folder = temporaryFolder();
  const file = join(folder, 'gradtutor', 'config.json');
  if (text !== undefined) {
    mkdirSync(join(folder, 'gradtutor'));
    writeFileSync(file, text);
  }
  return { env: { XDG_CONFIG_HOME: folder }, file };
}

describe('a setting', () => {
  it('is the default of the option: option, then variable, then file, then locale', async () => {
    const { env } = settingsFolder('{"lang": "ko", "nudge": 0.01, "ascii": true}');
    const story = (args: string[], more: Record<string, string> = {}) =>
      outputOf(['run', LECTURE, ...args], { env: { ...env, ...more } });
    const korean = await story([]);
    expect(korean).toMatch(/순방향 전파[^]*->[^]*3\.01/u);
    expect(await story([], { LC_ALL: 'en_US.UTF-8' })).toBe(korean);
    expect(await story([], { GRADTUTOR_LANG: 'en' })).toMatch(/Forward pass[^]*3\.01/u);
    expect(await story(['--lang', 'en'], { GRADTUTOR_LANG: 'ko' })).toContain('Forward pass');
    expect(await story([], { GRADTUTOR_NUDGE: '0.1' })).toContain('3.1');
    expect(await story(['--nudge', '0.001'], { GRADTUTOR_NUDGE: '0.1' })).toContain('3.001');
    expect(await story(['--no-ascii'])).toContain('→');
  });

  it('of colour is heard on both streams', async () => {
    const { env } = settingsFolder('{"color": true}');
    expect(await outputOf(['run', LECTURE], { env })).toContain('\u001b[');
    expect(await outputOf(['run', LECTURE, '--no-color'], { env })).not.toContain('\u001b[');
    expect(await outputOf(['run', LECTURE], { env: { ...env, NO_COLOR: '1' } })).not.toContain('\u001b[');
    expect((await gradtutor(['run', '(a'], { env })).stderr).toContain('\u001b[');
  });

  it('that cannot be used costs one note on stderr, and nothing else', async () => {
    const { env, file } = settingsFolder('{ lang: ko');
    const { code, stdout, stderr } = await gradtutor(['run', LECTURE, '--quiet'], { env });
    expect({ code, stdout }).toEqual({ code: 0, stdout: 'da = 3, db = 6, dc = 9\n' });
    expect(stderr).toMatch(/^Note: [^\n]+\n$/u);
    expect(stderr).toContain(file);
  });
});

describe('gradtutor config', () => {
  it('shows where each value comes from', async () => {
    const { env, file } = settingsFolder('{"nudge": 0.01}');
    const stdout = await outputOf(['config', '--ascii'], {
      env: { ...env, GRADTUTOR_LANG: 'en', NO_COLOR: '1' },
    });
    expect(stdout).toMatch(/^lang +en +the variable GRADTUTOR_LANG$/mu);
    expect(stdout).toMatch(/^color +off +the variable NO_COLOR$/mu);
    expect(stdout).toMatch(/^ascii +on +the option --ascii$/mu);
    expect(stdout).toMatch(/^plain +off +nothing set$/mu);
    expect(stdout).toMatch(/^nudge +0\.01 +the settings file$/mu);
    expect(stdout.replaceAll(/\s/gu, '')).toContain(file);
  });

  it('does so as JSON', async () => {
    const { env, file } = settingsFolder('{"nudge": 0.01}');
    expect(JSON.parse(await outputOf(['config', '--format', 'json', '--no-color'], { env }))).toEqual({
      version: 1,
      file,
      settings: [
        { name: 'lang', value: 'en', from: 'default' },
        { name: 'color', value: false, from: 'option', by: '--no-color' },
        { name: 'ascii', from: 'default' },
        { name: 'plain', from: 'default' },
        { name: 'nudge', value: 0.01, from: 'file' },
      ],
    });
  });

  it('get prints what applies, in the words of set', async () => {
    const { env } = settingsFolder('{"nudge": 0.01, "ascii": true}');
    const get = (name: string, options: string[] = [], more = {}) =>
      outputOf(['config', 'get', name, ...options], { env: { ...env, ...more } });
    expect(await get('nudge')).toBe('0.01\n');
    expect(await get('ascii')).toBe('true\n');
    expect(await get('ascii', ['--no-ascii'])).toBe('false\n');
    expect(await get('lang')).toBe('en\n');
    expect(await get('lang', [], { LANG: 'ko_KR.UTF-8', LC_ALL: undefined })).toBe('ko\n');
    expect(await get('color')).toBe('auto\n');
    expect(await get('color', [], { NO_COLOR: '1' })).toBe('false\n');
    expect(await get('plain')).toBe('false\n');
  });

  it('set and unset change one setting and keep the others', async () => {
    const { env, file } = settingsFolder();
    expect(await outputOf(['config', 'path'], { env })).toBe(`${file}\n`);
    await outputOf(['config', 'unset', 'lang'], { env });
    await outputOf(['config', 'set', 'nudge', '-0.01'], { env });
    await outputOf(['config', 'set', 'lang', 'ko'], { env });
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual({ nudge: -0.01, lang: 'ko' });
    expect(await outputOf(['config', 'unset', 'lang'], { env })).toContain(file);
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual({ nudge: -0.01 });
  });

  it('set writes through a link, and says when a variable comes first', async () => {
    const { env, file } = settingsFolder();
    const elsewhere = join(temporaryFolder(), 'mine.json');
    writeFileSync(elsewhere, '{"ascii": true}');
    mkdirSync(join(file, '..'));
    symlinkSync(elsewhere, file);
    const { code, stderr } = await gradtutor(['config', 'set', 'color', 'false'], {
      env: { ...env, FORCE_COLOR: '0' },
    });
    expect(code).toBe(0);
    expect(stderr).toContain('FORCE_COLOR');
    expect(JSON.parse(readFileSync(elsewhere, 'utf8'))).toEqual({ ascii: true, color: false });
    expect(statSync(file).isFile()).toBe(true);
  });

  it.each<[string, string[], RegExp]>([
    ['an unknown setting', ['set', 'colour', 'true'], /no setting colour\. Did you mean color\?/u],
    ['a value that does not fit', ['set', 'lang', 'fr'], /lang takes one of en, ko, not fr/u],
    ['an unknown subcommand', ['sett'], /Did you mean gradtutor config set\?/u],
    ['a missing value', ['set', 'lang'], /value is missing/u],
    ['an unknown setting to get', ['get', 'nuge'], /no setting nuge\. Did you mean nudge\?/u],
  ])('refuses %s', async (_, args, reason) => {
    const { env } = settingsFolder();
    const { code, stdout, stderr } = await gradtutor(['config', ...args], { env });
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(reason);
  });

  it('does not write over a file that it cannot read', async () => {
    const { env, file } = settingsFolder('{ "lang": ');
    const { code, stderr } = await gradtutor(['config', 'set', 'lang', 'ko'], { env });
    expect(code).toBe(2);
    expect(stderr).toContain('Mend or remove it first');
    expect(readFileSync(file, 'utf8')).toBe('{ "lang": ');
  });
});
