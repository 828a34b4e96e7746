import process from 'node:process';
import { type Block, gap, prose } from '../document.ts';
import type { Messages } from '../i18n/en.ts';
import { countOf, MOST_FOR_A_LOOK } from '../picture/diagram.ts';
import { renderText } from '../render/text.ts';
import { currentQuestion, type Session } from '../tutor/session.ts';
import { tellBoard } from '../worked.ts';
import type { Output } from './output.ts';

/** Rows of the terminal that are left for a question and what is said to an answer. */
const ROWS_FOR_WORDS = 12;
const DEFAULT_ROWS = 24;

/**
 * The graph that stands above every question: all of it where the terminal has the room, else what lies around the node
 * in question. Nothing where lines are read out: `:graph` tells it on request.
 */
export function boardAbove(session: Session, t: Messages, { style, plain }: Output): Block[] {
  const question = currentQuestion(session);
  if (plain || !question) return [];
  const most = (process.stdout.rows || DEFAULT_ROWS) - ROWS_FOR_WORDS;
  const heightOf = (block: Block) => renderText([block], style).split('\n').length;
  if (countOf(session.study.trace) <= MOST_FOR_A_LOOK) {
    const whole = tellBoard(session, t);
    if (heightOf(whole) <= most) return [whole];
  }
  const near = tellBoard(session, t, true);
  if (question.kind === 'bug' || heightOf(near) > most) return [];
  return [near, gap, prose(2, { role: 'muted', text: t.picture.around(question.name) })];
}
