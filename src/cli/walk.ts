import type { BackwardStep, Trace } from '../core/trace.ts';
import { type Block, gap, line, prose, title } from '../document.ts';
import {
  tellBackwardStep,
  tellForward,
  tellHeader,
  tellKinks,
  tellNudge,
  tellSummary,
  tellVerdict,
} from '../explain.ts';
import type { Messages } from '../i18n/en.ts';
import type { TutorArgs, TutorKey, TutorMessage } from '../tutor/messages.ts';
import { answer, currentStep, question, score, startSession } from '../tutor/session.ts';
import { EXIT, type ExitCode } from './exit.ts';
import { openPrompt } from './prompt.ts';

const GOOD: ReadonlySet<TutorKey> = new Set(['right', 'score']);
const BAD: ReadonlySet<TutorKey> = new Set(['tested', 'wrong', 'close']);

function say(message: TutorMessage, t: Messages): Block {
  const words = (t.tutor[message.key] as (args: TutorArgs[TutorKey]) => string)(message.args);
  if (GOOD.has(message.key)) return prose(2, { role: 'good', text: words });
  return prose(2, BAD.has(message.key) ? { role: 'bad', text: words } : words);
}

/**
 * The walk-through on a terminal: forward pass, then every dvar is asked before it is shown.
 * @param show writes blocks to stdout
 * @returns `wrong` when an answer stayed wrong
 */
export async function walk(
  trace: Trace,
  t: Messages,
  show: (blocks: readonly Block[]) => void,
): Promise<ExitCode> {
  let session = startSession(trace);
  show([...tellHeader(trace, t), ...tellForward(trace, t)]);
  const first = currentStep(session);
  if (first) {
    const means = t.dvarMeans(`d${first.name}`, trace.output, first.name);
    show([gap, title(t.backwardTitle), prose(2, { role: 'muted', text: means }), prose(2, t.walk.intro)]);
    const prompt = await openPrompt();
    try {
      let asked: BackwardStep | undefined;
      for (let step = currentStep(session); step && !session.isOver; step = currentStep(session)) {
        if (step !== asked) show([gap, say(question(session, step), t)]);
        asked = step;
        const typed = (await prompt.ask(`d${step.name} =`)) ?? ':quit';
        const turn = answer(session, typed);
        session = turn.session;
        show(turn.messages.map((message) => say(message, t)));
        if (turn.worked) show(workedStep(trace, turn.worked, t));
      }
    } finally {
      prompt.close();
    }
  }
  if (session.outcomes.length === session.steps.length) {
    show([...tellKinks(trace, t), ...tellSummary(trace, t)]);
    if (session.steps.length > 0) show([gap, say(score(session), t)]);
  }
  return session.outcomes.includes('wrong') ? EXIT.wrong : EXIT.done;
}

/** The step as the nudge sees it, then by the chain rule. */
function workedStep(trace: Trace, step: BackwardStep, t: Messages): Block[] {
  const nudge = trace.nudges.find(({ name }) => name === step.name);
  const nudged: Block[] = nudge
    ? [
        line(
          4,
          { role: 'muted', text: `${t.walk.nudged} ` },
          ...tellNudge(nudge, t).flatMap((cell) => [...cell, '   ']),
        ),
        ...tellVerdict(trace, nudge, t),
      ]
    : [];
  return [...nudged, ...tellBackwardStep(trace, step, t)];
}
