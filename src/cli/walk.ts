import { dvar } from '../chain.ts';
import { say } from '../conversation.ts';
import type { Study } from '../core/trace.ts';
import { type Block, gap, prose, title } from '../document.ts';
import { tellKinks } from '../checks.ts';
import { tellForward, tellHeader, tellSummary } from '../explain.ts';
import type { Messages } from '../i18n/en.ts';
import { renderText } from '../render/text.ts';
import { questionsFor } from '../tutor/questions.ts';
import { currentQuestion, type Session, startSession } from '../tutor/session.ts';
import { answer } from '../tutor/step.ts';
import { tellBoard } from '../worked.ts';
import { TRIES } from './answers.ts';
import { Board } from './board.ts';
import { converse, tellQuestion } from './converse.ts';
import { EXIT, type ExitCode } from './exit.ts';
import { rememberPractice } from './practice.ts';
import { sayNotKept } from './not-kept.ts';
import { openPrompt, type Prompt } from './prompt.ts';
import { Replay } from './replay.ts';
import { tellResult } from './result.ts';
import { withDrawing } from './drawing.ts';
import type { Output } from './output.ts';
import { type Saved, Store } from './store.ts';

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
  const start = startSession(studied, questionsFor(studied, ['gradient']), TRIES.person);
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
  try {
    const board = new Board(t, output);
    const showBoard = (at: Session) => {
      if (!replay.isOn) show(board.above(at));
    };
    const replay = new Replay(
      await linesBefore(store.load(about), t, prompt),
      (label) => prompt.ask(label),
      (at) => {
        show(plain ? [tellBoard(at, t)] : board.above(at));
        show(tellQuestion(at, t));
      },
      (lines) => store.save({ version: 1, about, lines }),
    );
    const remember = rememberPractice('run', warn);
    let session = await converse(
      start,
      t,
      (blocks) => {
        if (!replay.isOn) show(blocks);
      },
      replay.ask,
      showBoard,
      (result, at) => {
        if (!replay.isOn) remember(result, at);
      },
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

/** What was typed before, if the learner wants to go on from there. */
async function linesBefore(
  saved: Saved | undefined,
  t: Messages,
  prompt: Prompt,
): Promise<readonly string[]> {
  if (!saved) return [];
  const choice = await prompt.ask(t.quiz.offer);
  return choice === undefined || /^n/iu.test(choice.trim()) ? [] : saved.lines;
}
