import { nameTex } from '../../src/render/math/names.ts';

/**
 * Reads LaTeX math as a person reads it, without a look at how it was made: what a bar, a raised exponent or a bracket
 * groups. Nothing here knows gradtutor's own language or how it binds.
 */
export function valueOfTex(tex: string, values: ReadonlyMap<string, number>): number {
  return new Reader(tex, new Map([...values].map(([name, value]) => [nameTex(name), value]))).whole();
}

const TOKEN =
  /\\left|\\right|\\(?:begin|end)\{cases\}|(?:\\(?:text|mathit)\{[^}]*\}|\\(?:alpha|pi)\b|[a-zA-Z])(?:_\{[^}]*\})?|\\mathrm\{(?:[^}\\]|\\_)*\}|\\[a-zA-Z]+|\\\\|\d+(?:\.\d+)?|\S/gu;

const sigmoid = (x: number) => 1 / (1 + Math.exp(-x));

const FUNCTIONS: ReadonlyMap<string, (...xs: number[]) => number> = new Map([
  ['\\sin', Math.sin],
  ['\\cos', Math.cos],
  ['\\tan', Math.tan],
  ['\\tanh', Math.tanh],
  ['\\exp', Math.exp],
  ['\\log', Math.log],
  ['\\ln', Math.log],
  ['\\max', Math.max],
  ['\\mathrm{relu}', (x) => Math.max(x, 0)],
  ['\\mathrm{sigmoid}', sigmoid],
  ['\\mathrm{elu}', (x, slope = 1) => (x > 0 ? x : slope * Math.expm1(x))],
  ['\\mathrm{expm1}', Math.expm1],
  ['\\mathrm{sign}', Math.sign],
  ['\\mathrm{softplus}', (x) => Math.log1p(Math.exp(x))],
  ['\\mathrm{atan2}', Math.atan2],
  ['\\mathrm{hypot}', Math.hypot],
  ['\\mathrm{mean}', (...xs) => xs.reduce((sum, x) => sum + x, 0) / xs.length],
  ['\\mathrm{prod}', (...xs) => xs.reduce((product, x) => product * x, 1)],
]);

const RELATIONS: ReadonlyMap<string, (a: number, b: number) => boolean> = new Map([
  ['<', (a, b) => a < b],
  ['>', (a, b) => a > b],
  ['\\le', (a, b) => a <= b],
  ['\\ge', (a, b) => a >= b],
  ['=', (a, b) => a === b],
  ['\\ne', (a, b) => a !== b],
]);

const CLOSING: ReadonlyMap<string, string> = new Map([
  ['(', ')'],
  ['\\lvert', '\\rvert'],
  ['\\lfloor', '\\rfloor'],
]);

class Reader {
  readonly #tokens: readonly string[];
  readonly #values: ReadonlyMap<string, number>;
  #at = 0;

  constructor(tex: string, values: ReadonlyMap<string, number>) {
    this.#tokens = tex.match(TOKEN) ?? [];
    this.#values = values;
  }

  whole(): number {
    const value = this.#logic();
    if (this.#at < this.#tokens.length) throw new Error(`unread: ${this.#tokens.slice(this.#at).join(' ')}`);
    return value;
  }

  #next = (): string => this.#tokens[this.#at++] ?? 'the end';
  #peek = (): string => this.#tokens[this.#at] ?? '';

  #take(token: string): boolean {
    if (this.#peek() !== token) return false;
    this.#at++;
    return true;
  }

  #expect(token: string): void {
    const found = this.#next();
    if (found !== token) throw new Error(`${found} where ${token} should be`);
  }

  /** `and` and `or` of conditions that stand in brackets. */
  #logic(): number {
    let left = this.#relation();
    for (;;) {
      if (this.#take('\\land')) left = Number([left, this.#relation()].every((part) => part !== 0));
      else if (this.#take('\\lor')) left = Number([left, this.#relation()].some((part) => part !== 0));
      else return left;
    }
  }

  #relation(): number {
    let left = this.#sum();
    let holds: boolean | undefined;
    for (let relation = RELATIONS.get(this.#peek()); relation; relation = RELATIONS.get(this.#peek())) {
      this.#next();
      const right = this.#sum();
      holds = (holds ?? true) && relation(left, right);
      left = right;
    }
    return holds === undefined ? left : Number(holds);
  }

  #sum(): number {
    let sum = this.#take('-') ? -this.#product() : this.#product();
    for (;;) {
      if (this.#take('+')) sum += this.#product();
      else if (this.#take('-')) sum -= this.#product();
      else return sum;
    }
  }

  #product(): number {
    let product = this.#factor();
    for (;;) {
      if (this.#take('\\cdot') || this.#take('\\times')) product *= this.#factor();
      else if (this.#take('\\bmod')) {
        const by = this.#factor();
        product -= by * Math.floor(product / by);
      } else return product;
    }
  }

  #factor(): number {
    if (this.#take('\\lnot')) return Number(this.#factor() === 0);
    const base = this.#primary();
    return this.#take('^') ? base ** this.#group() : base;
  }

  #group(): number {
    this.#expect('{');
    const value = this.#logic();
    this.#expect('}');
    return value;
  }

  #primary(): number {
    const token = this.#next();
    if (token === '\\frac') return this.#group() / this.#group();
    if (token === '\\sqrt') return Math.sqrt(this.#group());
    if (token === '\\begin{cases}') return this.#cases();
    if (token === '\\left') return this.#fenced(this.#next(), true);
    if (CLOSING.has(token)) return this.#fenced(token, false);
    if (/^\d/u.test(token)) return Number(token);
    const call = FUNCTIONS.get(token);
    if (call) return this.#call(call);
    const value = this.#values.get(token) ?? { '\\pi': Math.PI, e: Math.E }[token];
    if (value === undefined) throw new Error(`${token} has no meaning`);
    return value;
  }

  #fenced(opening: string, isGrowing: boolean): number {
    const value = this.#logic();
    if (isGrowing) this.#expect('\\right');
    this.#expect(CLOSING.get(opening) ?? '');
    if (opening === '\\lvert') return Math.abs(value);
    return opening === '\\lfloor' ? Math.floor(value) : value;
  }

  #call(call: (...xs: number[]) => number): number {
    const base = this.#take('_') ? this.#group() : undefined;
    const isHeld = this.#take('{');
    const isGrowing = this.#take('\\left');
    this.#expect('(');
    const args = [this.#logic()];
    while (this.#take(',')) args.push(this.#logic());
    if (isGrowing) this.#expect('\\right');
    this.#expect(')');
    if (isHeld) this.#expect('}');
    return base === undefined ? call(...args) : call(...args) / Math.log(base);
  }

  #cases(): number {
    let chosen: number | undefined;
    do {
      const value = this.#logic();
      this.#expect('&');
      const holds = this.#peek().startsWith('\\text{otherwise') ? this.#next() !== '' : this.#logic() !== 0;
      if (holds) chosen ??= value;
    } while (this.#take('\\\\'));
    this.#expect('\\end{cases}');
    if (chosen === undefined) throw new Error('no case holds');
    return chosen;
  }
}
