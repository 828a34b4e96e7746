import { dvar } from '../chain.ts';
import type { Study } from '../core/trace.ts';
import { type Block, gap, prose, title } from '../document.ts';
import { tellForward, tellHeader, tellKinks, tellSummary } from '../explain.ts';
import type { Messages } from '../i18n/en.ts';
import { questionsFor } from '../tutor/questions.ts';
import { answer, currentQuestion, score, startSession } from '../tutor/session.ts';
import { converse, say } from './converse.ts';
import { EXIT, type ExitCode } from './exit.ts';
import { openPrompt } from './prompt.ts';

const TRIES = 2;

/**
 * The walk-through on a terminal: forward pass, then every dvar is asked before it is shown.
 * @param show writes blocks to stdout
 * @returns `wrong` when an answer stayed wrong
 */
export async function walk(
  study: Study,
  t: Messages,
  show: (blocks: readonly Block[]) => void,
): Promise<ExitCode> {
  const { trace } = study;
  const start = startSession(study, questionsFor(study, ['gradient']), TRIES);
  show([...tellHeader(trace, t), ...tellForward(trace, t)]);
  const first = currentQuestion(start);
  if (!first) {
    show([...tellKinks(trace, t), gap, prose(0, t.nothing(trace.output))]);
    return EXIT.done;
  }
  const means = t.dvarMeans(dvar(first.name), trace.output, first.name);
  show([gap, title(t.backwardTitle), prose(2, { role: 'muted', text: means }), prose(2, t.walk.intro)]);
  const prompt = await openPrompt();
  try {
    let session = await converse(start, t, show, (label) => prompt.ask(label));
    if (currentQuestion(session)) {
      const turn = answer(session, ':quit');
      session = turn.session;
      show(turn.messages.flatMap((message) => say(message, t)));
    } else if (session.results.length === session.questions.length) {
      show([...tellKinks(trace, t), ...tellSummary(trace, t), gap, ...say(score(session), t)]);
    }
    return session.results.some(({ outcome }) => outcome === 'wrong') ? EXIT.wrong : EXIT.done;
  } finally {
    prompt.close();
  }
}
