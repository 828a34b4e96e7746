import { type MistakeId, mistakes } from '../tutor/mistakes.ts';
import type { CreditRule } from './credit.ts';
import { type Graded, type HandIn, type Outcome, outcomes } from './grade.ts';
import type { AnswerKey } from './key.ts';
import { firstWrongIn, isAllRight, scoreOf } from './report.ts';

/** How often a mistake came up. */
export interface MistakeCount {
  readonly id: MistakeId;
  /** As the only one that gives the number. */
  readonly alone: number;
  /** As one of several. */
  readonly tied: number;
}

/** What became of one dvar over all hand-ins of an expression. */
export interface DvarCount {
  readonly name: string;
  readonly label: string;
  readonly outcomes: Readonly<Record<Outcome, number>>;
  /** In how many hand-ins the work first went wrong here. */
  readonly firstWrong: number;
  /** The most frequent first. */
  readonly mistakes: readonly MistakeCount[];
}

/** Lines that could not be graded, for one reason. */
export interface RefusalCount {
  readonly code: string;
  readonly lines: number;
  /** The first of these lines, by its number, and what was wrong there, in words. */
  readonly first: { readonly line: number; readonly message: string };
}

/** A class in counts. */
export interface ClassSummary {
  readonly version: 1;
  readonly handIns: number;
  /** Lines that could not be graded. */
  readonly refused: number;
  /** Why, the most frequent reason first. */
  readonly refusals: readonly RefusalCount[];
  readonly allRight: number;
  /** The mean of what each hand-in is worth, from 0 to 1; absent where there is none. */
  readonly credit: { readonly rule: CreditRule; readonly mean?: number };
  readonly mistakes: readonly MistakeCount[];
  readonly expressions: readonly {
    /** As it was understood. */
    readonly expression: string;
    readonly handIns: number;
    /** In the order of telling. */
    readonly dvars: readonly DvarCount[];
  }[];
  /** Hand-ins of more expressions than are listed. */
  readonly unlisted: number;
}

/** Expressions that are listed, and the characters they may have together: a stream may bring ever new ones. */
const MOST_EXPRESSIONS = 1000;
const MOST_CHARACTERS = 1 << 20;

/** Counts hand-ins, and keeps nothing else of them. */
export class Summary {
  readonly #rule: CreditRule;
  readonly #expressions = new Map<string, { handIns: number; dvars: Map<string, DvarTally> }>();
  readonly #mistakes = new MistakeTally();
  #characters = 0;
  #handIns = 0;
  readonly #refusals = new Map<string, { lines: number; first: RefusalCount['first'] }>();
  #allRight = 0;
  #credit = 0;
  #unlisted = 0;

  constructor(rule: CreditRule) {
    this.#rule = rule;
  }

  refuse({ code, line, message }: { code: string; line: number; message: string }): void {
    const known = this.#refusals.get(code);
    if (known) known.lines++;
    else this.#refusals.set(code, { lines: 1, first: { line, message } });
  }

  add({ study }: AnswerKey, handIn: HandIn): void {
    const { credit, total } = scoreOf(handIn, this.#rule);
    this.#handIns++;
    this.#credit += credit / total;
    if (isAllRight(handIn)) this.#allRight++;
    const expression = this.#expression(study.trace.statements.join('; '));
    if (expression) expression.handIns++;
    else this.#unlisted++;
    const firstWrong = firstWrongIn(handIn);
    for (const graded of handIn.graded) {
      this.#mistakes.add(graded);
      if (!graded.isAsked || !expression) continue;
      const { name, label } = graded.question;
      let dvar = expression.dvars.get(name);
      if (!dvar) expression.dvars.set(name, (dvar = new DvarTally(name, label)));
      dvar.add(graded, label === firstWrong);
    }
  }

  #expression(text: string): { handIns: number; dvars: Map<string, DvarTally> } | undefined {
    const known = this.#expressions.get(text);
    if (known) return known;
    const isFull = this.#expressions.size === MOST_EXPRESSIONS;
    if (isFull || this.#characters + text.length > MOST_CHARACTERS) return undefined;
    const fresh = { handIns: 0, dvars: new Map<string, DvarTally>() };
    this.#expressions.set(text, fresh);
    this.#characters += text.length;
    return fresh;
  }

  get(): ClassSummary {
    const mean = this.#credit / this.#handIns;
    const refusals = [...this.#refusals]
      .map(([code, { lines, first }]) => ({ code, lines, first }))
      .toSorted((a, b) => b.lines - a.lines || a.first.line - b.first.line);
    return {
      version: 1,
      handIns: this.#handIns,
      refused: refusals.reduce((sum, { lines }) => sum + lines, 0),
      refusals,
      allRight: this.#allRight,
      credit: { rule: this.#rule, ...(this.#handIns === 0 ? {} : { mean }) },
      mistakes: this.#mistakes.get(),
      expressions: [...this.#expressions].map(([expression, { handIns, dvars }]) => ({
        expression,
        handIns,
        dvars: Array.from(dvars.values(), (dvar) => dvar.get()),
      })),
      unlisted: this.#unlisted,
    };
  }
}

class DvarTally {
  readonly #name: string;
  readonly #label: string;
  readonly #outcomes = new Map<Outcome, number>(outcomes.map((outcome) => [outcome, 0]));
  readonly #mistakes = new MistakeTally();
  #firstWrong = 0;

  constructor(name: string, label: string) {
    this.#name = name;
    this.#label = label;
  }

  add(graded: Graded, isFirstWrong: boolean): void {
    const { outcome } = graded;
    this.#outcomes.set(outcome, (this.#outcomes.get(outcome) ?? 0) + 1);
    this.#mistakes.add(graded);
    if (isFirstWrong) this.#firstWrong++;
  }

  get(): DvarCount {
    return {
      name: this.#name,
      label: this.#label,
      outcomes: Object.fromEntries(this.#outcomes) as Record<Outcome, number>,
      firstWrong: this.#firstWrong,
      mistakes: this.#mistakes.get(),
    };
  }
}

const order: ReadonlyMap<MistakeId, number> = new Map(mistakes.map(({ id }, i) => [id, i]));

class MistakeTally {
  readonly #counts = new Map<MistakeId, { alone: number; tied: number }>();

  add({ mistakes: found }: Graded): void {
    for (const id of found) {
      let count = this.#counts.get(id);
      if (!count) this.#counts.set(id, (count = { alone: 0, tied: 0 }));
      if (found.length === 1) count.alone++;
      else count.tied++;
    }
  }

  /** Equally frequent ones are in the order of the table of mistakes. */
  get(): MistakeCount[] {
    return [...this.#counts]
      .map(([id, { alone, tied }]) => ({ id, alone, tied }))
      .toSorted(
        (a, b) => b.alone - a.alone || b.tied - a.tied || (order.get(a.id) ?? 0) - (order.get(b.id) ?? 0),
      );
  }
}
