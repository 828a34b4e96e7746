import { describe, expect, test } from 'vitest';
import { ops } from '../../src/core/ops.ts';
import { CONSTANTS } from '../../src/core/vocabulary.ts';
import { en, type OperationWords } from '../../src/i18n/operations/en.ts';
import { ko } from '../../src/i18n/operations/ko.ts';
import { describe as describeOp } from '../../src/reference/operations.ts';
import { constants, constantSpelled, operationsSpelled } from '../../src/reference/spelled.ts';

const namesOf = (text: string) => operationsSpelled(text).map(({ name }) => name);

describe('an operation is found by', () => {
  test.each(ops.map((op) => [op.name, describeOp(op)] as const))('what is told of %s', (name, told) => {
    // What passes a value on is written with no sign at all.
    const spellings = [name, ...told.aliases, ...(name === 'identity' ? [] : [told.written])];
    expect(spellings.filter((spelling) => !namesOf(spelling).includes(name))).toEqual([]);
  });

  test.each([
    ['?:', ['select']],
    ['? :', ['select']],
    ['？：', ['select']],
    ['x ? y : z', ['select']],
    ['**', ['pow']],
    ['²', ['pow']],
    ['x³', ['pow']],
    ['.^', ['pow']],
    ['×', ['multiply']],
    ['·', ['multiply']],
    ['.*', ['multiply']],
    ['2x', ['multiply']],
    ['÷', ['divide']],
    ['./', ['divide']],
    ['−', ['subtract', 'unaryMinus']],
    ['－', ['subtract', 'unaryMinus']],
    ['-x', ['unaryMinus']],
    ['%', ['mod']],
    ['√', ['sqrt']],
    ['∛', ['cbrt']],
    ['<', ['smaller']],
    ['≤', ['smallerEq']],
    ['≥', ['largerEq']],
    ['≠', ['unequal']],
    ['==', ['equal']],
    ['log(x)', ['log', 'log']],
    [' sigmoid ', ['sigmoid']],
  ])('%s', (text, names) => {
    expect(namesOf(text)).toEqual(names);
  });

  test.each([
    '',
    ' ',
    'foo',
    'f(x)',
    '3*(a+b)',
    'a+b*c',
    '!',
    '=',
    '&&',
    '(',
    ')',
    ';',
    '"',
    'x',
    '7',
    '__proto__',
  ])('no text that is none: %j', (text) => {
    expect(namesOf(text)).toEqual([]);
  });
});

describe('a constant', () => {
  test('is known by its name, however it is pasted', () => {
    expect(constants.map(({ name }) => name)).toEqual([...CONSTANTS.keys()]);
    for (const constant of constants) expect(constantSpelled(constant.name)).toEqual(constant);
    expect(constantSpelled('π')).toEqual({ name: 'pi', value: Math.PI });
    expect(constantSpelled('constructor')).toBeUndefined();
  });

  test.each<[string, OperationWords]>([
    ['en', en],
    ['ko', ko],
  ])('has a sentence in %s', (_, words) => {
    expect(constants.filter(({ name }) => !words.constants[name]?.endsWith('.'))).toEqual([]);
  });
});
