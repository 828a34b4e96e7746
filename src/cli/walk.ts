import { dvar } from '../chain.ts';
import { say } from '../conversation.ts';
import type { Study } from '../core/trace.ts';
import { type Block, gap, prose, title } from '../document.ts';
import { tellForward, tellHeader, tellKinks, tellSummary } from '../explain.ts';
import type { Messages } from '../i18n/en.ts';
import { renderText } from '../render/text.ts';
import { questionsFor } from '../tutor/questions.ts';
import { answer, currentQuestion, type Session, startSession } from '../tutor/session.ts';
import { tellBoard } from '../worked.ts';
import { Board } from './board.ts';
import { converse } from './converse.ts';
import { EXIT, type ExitCode } from './exit.ts';
import { rememberPractice } from './practice.ts';
import { sayNotKept } from './not-kept.ts';
import { openPrompt, type Prompt } from './prompt.ts';
import { tellResult } from './result.ts';
import { withDrawing } from './drawing.ts';
import type { Output } from './output.ts';
import { type Saved, Store } from './store.ts';

const TRIES = 2;

/**
 * The walk-through on a terminal: forward pass, then every dvar is asked before it is shown. A learner who leaves is
 * offered to go on from there the next time.
 * @returns `wrong` when an answer stayed wrong
 */
export async function walk(studied: Study, t: Messages, plainOutput: Output): Promise<ExitCode> {
  const { trace } = studied;
  const output = await withDrawing(plainOutput, [trace]);
  const { out, style, plain } = output;
  const show = (blocks: readonly Block[]): void => out(renderText(blocks, style));
  const start = startSession(studied, questionsFor(studied, ['gradient']), TRIES);
  show([...tellHeader(trace, t), ...tellForward(trace, t)]);
  const first = currentQuestion(start);
  if (!first) {
    show([...tellKinks(trace, t), gap, prose(0, t.nothing(trace.output))]);
    return EXIT.done;
  }
  const means = t.dvarMeans(dvar(first.name), trace.output, first.name);
  show([gap, title(t.backwardTitle), prose(2, { role: 'muted', text: means }), prose(2, t.walk.intro)]);
  const prompt = await openPrompt(plain);
  const warn = sayNotKept(t, output);
  const store = new Store('run', warn);
  const about = { source: trace.source, inputs: trace.inputs, wrt: trace.wrt };
  const lines: string[] = [];
  try {
    const resumed = await resume(start, store.load(about), t, prompt);
    if (plain && resumed.lines.length > 0) show([tellBoard(resumed.session, t)]);
    lines.push(...resumed.lines);
    const nextAnswer = async (label: string) => {
      const typed = await prompt.ask(label);
      if (typed !== undefined && !/^:q(uit)?$/iu.test(typed.trim())) {
        lines.push(typed);
        store.save({ version: 1, about, lines });
      }
      return typed;
    };
    const board = new Board(t, output);
    const showBoard = (at: Session) => show(board.above(at));
    let session = await converse(
      resumed.session,
      t,
      show,
      nextAnswer,
      showBoard,
      rememberPractice('run', warn),
    );
    if (currentQuestion(session)) {
      const turn = answer(session, ':quit');
      session = turn.session;
      show(turn.messages.flatMap((message) => say(message, t)));
    } else if (session.results.length === session.questions.length) {
      store.clear(about);
      show([...tellKinks(trace, t), ...tellSummary(trace, t), ...tellResult([session], t)]);
    }
    return session.results.some(({ outcome }) => outcome === 'wrong') ? EXIT.wrong : EXIT.done;
  } finally {
    prompt.close();
  }
}

interface Resumed {
  readonly session: Session;
  readonly lines: readonly string[];
}

/** The session as it was left, if the learner wants it back. */
async function resume(
  start: Session,
  saved: Saved | undefined,
  t: Messages,
  prompt: Prompt,
): Promise<Resumed> {
  const fresh = { session: start, lines: [] };
  if (!saved) return fresh;
  const choice = await prompt.ask(t.quiz.offer);
  if (choice === undefined || /^n/iu.test(choice.trim())) return fresh;
  const session = saved.lines.reduce((at, typed) => answer(at, typed).session, start);
  return { session, lines: saved.lines };
}
