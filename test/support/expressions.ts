import * as fc from 'fast-check';

/**
 * Random expression texts as a person might type them: built from pieces joined without regard to precedence, so that
 * the parser's own rules decide what they mean.
 */
export const randomExpression: fc.Arbitrary<string> = fc.letrec<Record<'whole' | 'part' | 'atom', string>>(
  (tie) => {
    const part = tie('part');
    const two = fc.tuple(part, part);
    const name = fc.constantFrom('a', 'b', 'x', 'y', 'w1', 'x_2', 'α', '변수', 'd', 'e', 'pi');
    const plain = fc.constantFrom(
      '0',
      '1',
      '2',
      '3',
      '10',
      '0.5',
      '.25',
      '1e3',
      '2.5e-3',
      '12345678901234567890',
    );
    const atom = fc.oneof(name, name, plain);
    const operators = [
      '+',
      '-',
      '*',
      '/',
      ' + ',
      ' - ',
      ' * ',
      ' / ',
      '^',
      ' mod ',
      '.*',
      './',
      '.^',
      '·',
      '−',
    ];
    const relations = [' > ', ' < ', ' >= ', ' <= ', ' == ', ' != ', '>', '<'];
    const functions = ['sin', 'exp', 'tanh', 'relu', 'abs', 'ln', 'sqrt', 'sigmoid', 'square', 'floor'];
    return {
      atom,
      part: fc.oneof(
        { maxDepth: 6, withCrossShrink: true },
        { arbitrary: atom, weight: 3 },
        {
          arbitrary: fc.tuple(part, fc.constantFrom(...operators), part).map((parts) => parts.join('')),
          weight: 6,
        },
        { arbitrary: part.map((inner) => `(${inner})`), weight: 3 },
        { arbitrary: part.map((inner) => `-${inner}`), weight: 2 },
        { arbitrary: part.map((inner) => `+${inner}`), weight: 1 },
        { arbitrary: fc.tuple(fc.constantFrom(...functions), part).map(([f, x]) => `${f}(${x})`), weight: 3 },
        { arbitrary: two.map(([x, y]) => `max(${x}, ${y}, 1)`), weight: 1 },
        { arbitrary: two.map(([x, y]) => `log(${x}, ${y})`), weight: 1 },
        { arbitrary: part.map((inner) => `elu(${inner})`), weight: 1 },
        {
          arbitrary: fc.tuple(plain, fc.constantFrom(' ', ''), name).map((parts) => parts.join('')),
          weight: 2,
        },
        { arbitrary: two.map(([x, y]) => `(${x})(${y})`), weight: 1 },
        { arbitrary: part.map((inner) => `2(${inner})`), weight: 1 },
        { arbitrary: fc.tuple(name, name).map(([x, y]) => `${x} ${y}`), weight: 2 },
        { arbitrary: part.map((inner) => `${inner}²`), weight: 1 },
        { arbitrary: part.map((inner) => `${inner}%`), weight: 1 },
        {
          arbitrary: fc.tuple(part, fc.constantFrom(...relations), part).map((parts) => parts.join('')),
          weight: 1,
        },
        { arbitrary: fc.tuple(part, part, part).map(([x, y, z]) => `${x} < ${y} <= ${z}`), weight: 1 },
        { arbitrary: fc.tuple(part, part, part).map(([x, y, z]) => `(${x} > 0 ? ${y} : ${z})`), weight: 1 },
        { arbitrary: fc.tuple(part, part, part).map(([x, y, z]) => `${x} ? ${y} : ${z}`), weight: 1 },
        { arbitrary: two.map(([x, y]) => `${x} and ${y}`), weight: 1 },
        { arbitrary: two.map(([x, y]) => `${x} or ${y}`), weight: 1 },
        { arbitrary: part.map((inner) => `not ${inner}`), weight: 1 },
        { arbitrary: part.map((inner) => `not (${inner})`), weight: 1 },
      ),
      whole: part,
    };
  },
).whole;
