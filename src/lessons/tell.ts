import type { Study } from '../core/trace.ts';
import { type Block, gap } from '../document.ts';
import { tellKinks, tellNudge, tellVerdict } from '../checks.ts';
import { tellBackwardStep, tellForward, tellHeader, tellSummary } from '../explain.ts';
import type { Messages } from '../i18n/en.ts';
import { tellPicture } from '../picture/tell.ts';
import type { Question } from '../tutor/questions.ts';
import { fill } from './fill.ts';
import { plainText, tellMarkdown } from './markdown.ts';
import type { Prose } from './prose.ts';
import type { Show } from './data.ts';
import type { Part, Scene } from './scenes.ts';

/** What the words of a lesson are made with. */
export interface Telling {
  readonly prose: Prose;
  readonly studies: ReadonlyMap<string, Study>;
  readonly t: Messages;
}

/** What stands before the questions of a scene. */
export const tellParts = (parts: readonly Part[], telling: Telling): Block[] =>
  parts.flatMap((part) => [
    // A drawing has a blank line of its own.
    ...(part.kind === 'show' && part.show === 'graph' ? [] : [gap]),
    ...(part.kind === 'say'
      ? tellMarkdown(wordsOf(part.section, part.problem, telling))
      : tellShow(part.show, telling.studies.get(part.problem) as Study, part.only, telling.t)),
  ]);

/** The questions of a scene, with hints of the lesson in words. */
export const questionsOf = ({ questions, problem }: Scene, telling: Telling): Question[] =>
  questions.map((question) =>
    question.ownHint === undefined
      ? question
      : { ...question, ownHint: plainText(wordsOf(question.ownHint, problem, telling)) },
  );

const wordsOf = (section: string, problem: string | undefined, { prose, studies, t }: Telling): string =>
  fill(prose.sections.get(section)?.text ?? '', studies, problem, t.attach);

function tellShow(show: Show, { trace }: Study, only: readonly string[] | undefined, t: Messages): Block[] {
  const inOrder = <T extends { readonly name: string }>(steps: readonly T[]): T[] =>
    only ? only.flatMap((name) => steps.filter((step) => step.name === name)) : [...steps];
  switch (show) {
    case 'program':
      return tellHeader(trace, t);
    case 'graph':
      return [tellPicture(trace, t, { gradients: new Map() })];
    case 'forward':
      return tellForward({ forward: inOrder(trace.forward) }, t).slice(1);
    case 'nudges': {
      const nudges = inOrder(trace.nudges);
      const rows = nudges.map((step) => tellNudge(step, t));
      return [
        { kind: 'table', indent: 2, gap: 3, rows },
        ...nudges.flatMap((step) => tellVerdict(trace, step, t)),
      ];
    }
    case 'backward':
      return inOrder(trace.backward)
        .filter(({ contributions }) => contributions.length > 0)
        .flatMap((step) => [...tellBackwardStep(trace, step, t)]);
    case 'kinks':
      return tellKinks(trace, t).slice(1);
    case 'gradient':
      return tellSummary(trace, t).slice(1);
  }
}
