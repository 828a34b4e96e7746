import { describe, expect, test } from 'vitest';
import {
  asText,
  dvarSpan,
  formula,
  marked,
  sentence,
  sign,
  spanText,
  withoutMarks,
} from '../src/document.ts';
import { josa } from '../src/i18n/josa.ts';

describe('a sentence', () => {
  test('has its marked parts as mathematics, and reads as before', () => {
    const text = `d${marked('v')} is short for d${marked('J')}/d${marked('v')}: ${marked('J')} moves.`;
    const spans = sentence(text, 'muted');
    expect(spans).toEqual([
      { math: 'dvar', text: 'dv', role: 'muted' },
      { text: ' is short for ', role: 'muted' },
      { math: 'derivative', text: 'dJ/dv', role: 'muted' },
      { text: ': ', role: 'muted' },
      { math: 'formula', text: 'J', role: 'muted' },
      { text: ' moves.', role: 'muted' },
    ]);
    expect(spans.map(spanText).join('')).toBe(withoutMarks(text));
  });

  test('has equations in it whole', () => {
    expect(sentence(`with d${marked('J')} = 1.`)).toEqual([
      'with ',
      dvarSpan('J'),
      sign(' = '),
      formula('1'),
      '.',
    ]);
    expect(sentence(`${marked('u')} = ${marked('abs(x)')} here`)).toEqual([
      formula('u'),
      sign(' = '),
      formula('abs(x)'),
      ' here',
    ]);
  });

  test('without marks is one text', () => {
    expect(sentence('a = b, du/db')).toEqual(['a = b, du/db']);
    expect(sentence('a', 'bad')).toEqual([{ role: 'bad', text: 'a' }]);
    expect(sentence('')).toEqual([]);
  });

  test('takes the particle that fits the marked word', () => {
    for (const word of ['v', 'n', 'x1', 'x3', 'er', 'dur', '가격', '값', '10', '-0.5'])
      expect(withoutMarks(josa(`d${marked(word)}`, '은/는'))).toBe(josa(`d${word}`, '은/는'));
  });
});

test('as text, neighbours of one role are one span', () => {
  const spans = [
    dvarSpan('a'),
    sign(' = '),
    formula('3', 'backward'),
    { role: 'backward', text: '!' } as const,
    ' ',
  ];
  expect(asText(spans)).toEqual(['da = ', { role: 'backward', text: '3!' }, ' ']);
});
