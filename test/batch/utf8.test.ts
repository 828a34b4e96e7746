import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { textBeforeError } from '../../src/batch/utf8.ts';

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

test.each([
  ['a byte that begins nothing', [0xff]],
  ['a byte that goes on with nothing', [0x80]],
  ['a character that is not whole', [0xea, 0xb0, 0x61]],
  ['a character that is not whole at the end', [0xf0, 0x9f]],
])('the text before %s is told, whatever stands in it', (_, wrong) => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('a', '\n', '\ufffd', '가', '😀', '"') }), (text) => {
      const bytes = Uint8Array.from([...encode(text), ...wrong]);
      expect(textBeforeError(bytes)).toBe(text);
    }),
  );
});

test('a byte order mark is no part of it', () => {
  expect(textBeforeError(Uint8Array.from([0xef, 0xbb, 0xbf, 0x61, 0xff]))).toBe('a');
});
