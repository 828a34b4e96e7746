import type { Study } from '../core/trace.ts';
import { type Block, gap, prose } from '../document.ts';
import type { Messages } from '../i18n/en.ts';
import { countOf, MOST_FOR_A_LOOK } from '../picture/diagram.ts';
import { renderText } from '../render/text.ts';
import { currentQuestion, type Session } from '../tutor/session.ts';
import { tellBoard } from '../worked.ts';
import type { Output } from './output.ts';
import { rowsOfOutput } from './standard.ts';

/** Rows of the terminal that are left for a question and what is said to an answer. */
const ROWS_FOR_WORDS = 12;
const DEFAULT_ROWS = 24;

/**
 * The graph that stands above every question: all of it where the terminal has the room, else what lies around the node
 * in question. Nothing where lines are read out: `:graph` tells it on request.
 */
export class Board {
  readonly #t: Messages;
  readonly #output: Output;
  /** Rows that were too few for all of a graph: they are not tried again. */
  readonly #tooFew = new WeakMap<Study, number>();

  constructor(t: Messages, output: Output) {
    this.#t = t;
    this.#output = output;
  }

  above(session: Session): Block[] {
    const question = currentQuestion(session);
    if (this.#output.plain || !question) return [];
    const rows = (rowsOfOutput() || DEFAULT_ROWS) - ROWS_FOR_WORDS;
    const whole = this.#whole(session, rows);
    if (whole) return [whole];
    const near = tellBoard(session, this.#t, true);
    if (near.kind === 'drawing' && near.drawing.diagram.nodes.length > MOST_FOR_A_LOOK) return [];
    if (question.kind === 'bug' || this.#height(near) > rows) return [];
    return [near, gap, prose(2, { role: 'muted', text: this.#t.picture.around(question.name) })];
  }

  #whole(session: Session, rows: number): Block | undefined {
    const { study } = session;
    if (rows <= (this.#tooFew.get(study) ?? 0) || countOf(study.trace) > MOST_FOR_A_LOOK) return undefined;
    const whole = tellBoard(session, this.#t);
    if (this.#height(whole) <= rows) return whole;
    this.#tooFew.set(study, rows);
    return undefined;
  }

  #height = (block: Block): number => renderText([block], this.#output.style).split('\n').length;
}
