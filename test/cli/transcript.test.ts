import { describe, expect, test } from 'vitest';
import { Transcript } from '../../src/cli/transcript.ts';
import { line, prose, title } from '../../src/document.ts';
import { en } from '../../src/i18n/en.ts';
import { ko } from '../../src/i18n/ko.ts';

describe('a transcript', () => {
  test('is Markdown: a heading for each problem, and what was typed as quotations', async () => {
    const transcript = new Transcript();
    transcript.heading('Problem 1 of 2');
    transcript.add([title('Forward pass'), prose(2, 'What is db?')]);
    transcript.typed('db =', ' 2*3 ');
    transcript.add([prose(2, { role: 'good', text: 'Right: db = 6.' })]);
    expect(await transcript.toMarkdown(en)).toBe(
      `# ${en.quiz.transcript}

## Problem 1 of 2

### Forward pass

What is db?

> \`db = 2*3\`

Right: db = 6.
`,
    );
  });

  test('of one problem has no heading for it', async () => {
    const transcript = new Transcript();
    transcript.add([title('Forward pass')]);
    expect(await transcript.toMarkdown(ko)).toBe(`# ${ko.quiz.transcript}\n\n## Forward pass\n`);
  });

  test('shows what was typed as it was typed, and prose as prose', async () => {
    const transcript = new Transcript();
    transcript.typed('db =', '`rm` ``x``');
    transcript.typed('db =', '<b>*_a_*</b>');
    transcript.add([prose(2, 'a_1 * b_1 <i>')]);
    const text = await transcript.toMarkdown(en);
    expect(text).toContain('> ``` db = `rm` ``x`` ```');
    expect(text).toContain('> `db = <b>*_a_*</b>`');
    expect(text).toContain('a\\_1 \\* b\\_1 &lt;i&gt;');
  });

  test('has formulas that are code', async () => {
    const transcript = new Transcript();
    transcript.add([line(2, 'db', ' = ', { math: 'formula', text: 'a*b' })]);
    expect(await transcript.toMarkdown(en)).toMatch(/db = .*`/u);
  });
});
