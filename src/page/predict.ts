import { say } from '../conversation.ts';
import { type Block, prose } from '../document.ts';
import { tellKinks } from '../checks.ts';
import { blocksToHtml } from '../render/html/blocks.ts';
import { ask } from '../tutor/asking.ts';
import { diagnosticInputs } from '../tutor/inputs.ts';
import { type Kind, kinds } from '../tutor/kinds.ts';
import { Random } from '../core/random.ts';
import { mistakesIn } from '../tutor/report.ts';
import { currentQuestion, score, type Session, type Turn } from '../tutor/session.ts';
import { tellBoard, tellValues, tellWorked } from '../worked.ts';
import { button, el, put } from './dom.ts';
import type { Desk, Panel } from './panel.ts';

/** Finding numbers that tell mistakes apart takes a while where there is much to ask. */
const MOST_VARIABLES = 40;

/** The tutor: asks, listens, tells what an answer shows, and scores. The same one that sits at a terminal. */
export function predictPanel(desk: Desk): Panel {
  const { model, words, t, refresh } = desk;
  const feedback = el('div', { class: 'story feedback' });
  const question = el('div', { class: 'story question', id: 'question' });
  const label = el('label', { for: 'answer', class: 'backward' });
  const field = el('input', {
    id: 'answer',
    type: 'text',
    autocomplete: 'off',
    autocapitalize: 'off',
    spellcheck: 'false',
    enterkeyhint: 'done',
    'aria-describedby': 'question',
  });
  const type = (typed: string) => {
    model.type(typed);
    field.value = '';
    refresh();
    if (!currentQuestion(model.session)) question.focus(); // what had the focus is gone
  };
  const startWith = (kind: Kind) => {
    model.ask(kind);
    refresh();
  };
  const again = () => {
    startWith(model.kind);
    field.focus();
  };
  const otherNumbers = () => {
    const inputs = diagnosticInputs(model.lesson.source, new Random(model.seed++));
    if (inputs && model.change(inputs) === undefined) again();
  };
  const form = el(
    'form',
    {
      class: 'answer',
      onsubmit: (event) => {
        event.preventDefault();
        type(field.value);
      },
    },
    label,
    field,
    el('button', { class: 'main' }, words.check),
  );
  const commands = [
    [words.hint, '?'],
    [words.show, ':show'],
    [words.skip, ':skip'],
    [words.undo, ':undo'],
  ] as const;
  const tools = el(
    'div',
    { class: 'moves' },
    ...commands.map(([text, command]) => button(text, () => type(command))),
  );
  const choice = el(
    'select',
    { id: 'kind', onchange: () => startWith(kinds[choice.selectedIndex] ?? 'gradient') },
    ...kinds.map((kind) => el('option', { value: kind }, words.kinds[kind])),
  );
  const { length: variables } = model.study.trace.backward;
  const isSmall = model.at.size > 0 && variables <= MOST_VARIABLES;
  const after = el(
    'div',
    { class: 'moves' },
    button(words.again, again, { class: 'main' }),
    ...(isSmall ? [button(words.otherNumbers, otherNumbers)] : []),
  );
  question.tabIndex = -1;
  return {
    element: el(
      'div',
      { class: 'card' },
      el(
        'div',
        { class: 'heading' },
        el('p', { class: 'muted' }, words.hidden),
        el('div', { class: 'field' }, el('label', { for: 'kind' }, words.kind), choice),
      ),
      el('div', { 'aria-live': 'polite', 'aria-label': words.feedback, role: 'region' }, feedback, question),
      form,
      tools,
      after,
    ),
    show() {
      const { session } = model;
      const open = currentQuestion(session);
      choice.value = model.kind;
      put(feedback, model.turn ? blocksToHtml(tellTurn(model.turn, desk)) : '');
      put(question, blocksToHtml(open ? say(ask(session.study, open), t) : tellEnd(session, desk)));
      label.textContent = open?.kind === 'bug' ? t.quiz.line : `${open?.label ?? ''} =`;
      for (const element of [form, tools]) element.hidden = !open;
      after.hidden = open !== undefined;
    },
    view() {
      const board = tellBoard(model.session, t);
      if (board.kind !== 'drawing') throw new Error('a board is a drawing');
      const { diagram, current } = board.drawing;
      return { diagram, ...(current === undefined ? {} : { current, flow: 'backward' as const }) };
    },
  };
}

/** What the tutor says to an answer, with the worked step of a question that is done. */
function tellTurn({ session, messages, panel, done }: Turn, { t }: Desk): Block[] {
  return [
    ...messages.flatMap((message) => say(message, t)),
    ...(panel === 'values' ? tellValues(session) : []),
    ...(done && done.outcome !== 'skipped' ? tellWorked(session.study, done.question, t) : []),
  ];
}

/** The score, and what came up. */
function tellEnd(session: Session, { t, words }: Desk): Block[] {
  if (session.questions.length === 0) return [prose(0, words.noQuestion)];
  const made = mistakesIn(session.results);
  return [
    ...(session.results.length === session.questions.length ? say(score(session), t) : []),
    ...(made.length > 0
      ? [prose(0, t.quiz.cameUp), ...made.map((id) => prose(2, `– ${t.quiz.mistakes[id]}`))]
      : []),
    ...tellKinks(session.study.trace, t),
  ];
}
