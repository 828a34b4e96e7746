import type { Study } from '../core/trace.ts';
import type { Value } from '../core/value.ts';
import { type Block, prose } from '../document.ts';
import { keepFound, knownIn, type Part, type Scene, type Staged } from '../lessons/scenes.ts';
import { questionsOf, tellParts, type Telling } from '../lessons/tell.ts';
import { isQuit } from '../tutor/commands.ts';
import { type Result, type Session, startSession } from '../tutor/session.ts';
import { TRIES } from './answers.ts';
import { type Asker, converse, tellQuestion } from './converse.ts';
import { Replay } from './replay.ts';

/** Where a lesson stands. */
export interface Place {
  readonly lines: readonly string[];
  readonly done: number;
  readonly total: number;
  /** The question that was done last, when it was done just now. */
  readonly newest: Result | undefined;
  readonly study: Study;
}

/** Whoever sits before the lesson. */
export interface Stage {
  /** What was typed before; it is played again, unseen. */
  readonly lines: readonly string[];
  readonly isHandIn: boolean;
  readonly show: (blocks: readonly Block[]) => void;
  readonly ask: Asker;
  readonly showBoard: (session: Session) => void;
  /** Is called after every line. */
  readonly keep: (place: Place) => void;
}

export interface Played {
  readonly isDone: boolean;
  readonly sessions: readonly Session[];
  readonly total: number;
  /** What is left to be said in the end. */
  readonly ending: readonly Part[];
}

/** Plays a lesson, scene by scene, up to its end or to where the learner leaves. */
export async function playLesson({ scenes }: Staged, telling: Telling, stage: Stage): Promise<Played> {
  let current: Scene | undefined;
  const replay = new Replay(stage.lines, stage.ask, (at) => {
    if (current) showPlace(current, at, telling, stage);
  });
  const total = scenes.reduce((sum, { questions }) => sum + questions.length, 0);
  const sessions: Session[] = [];
  const known = new Map<string, Map<string, Value>>();
  const tries = stage.isHandIn ? TRIES.handIn : TRIES.person;
  const show = (blocks: readonly Block[]) => {
    if (!replay.isOn) stage.show(blocks);
  };
  for (const scene of scenes) {
    current = scene;
    const studied = telling.studies.get(scene.problem ?? '');
    if (!studied || scene.questions.length === 0)
      return { isDone: true, sessions, total, ending: scene.parts };
    show(tellParts(scene.parts, telling));
    const found = knownIn(scene, telling.studies, known);
    const start = startSession(studied, questionsOf(scene, telling), tries, stage.isHandIn, found);
    const before = sessions.reduce((sum, { results }) => sum + results.length, 0);
    const showsGraph = scene.parts.some((part) => part.kind === 'show' && part.show === 'graph');
    let seen = 0;
    const keep = ({ results, study }: Session) => {
      const newest = results.length > seen ? results.at(-1) : undefined;
      seen = results.length;
      if (!replay.isOn)
        stage.keep({ lines: replay.lines, done: before + results.length, total, newest, study });
    };
    const nextAnswer: Asker = async (label, at) => {
      keep(at);
      const typed = await replay.ask(label, at);
      // Its session knows only of one scene: who leaves is told of the whole lesson.
      return typed !== undefined && isQuit(typed) ? undefined : typed;
    };
    const showBoard = (at: Session) => {
      // The drawing of the scene stands right above its first question already.
      if (!replay.isOn && !(showsGraph && at.results.length === 0)) stage.showBoard(at);
    };
    const session = await converse(start, telling.t, show, nextAnswer, showBoard);
    keep(session);
    sessions.push(session);
    keepFound(found, session.results);
    if (session.results.length < session.questions.length)
      return { isDone: false, sessions, total, ending: [] };
  }
  return { isDone: true, sessions, total, ending: [] };
}

/** Where a lesson that was left goes on: what the scene said, and the question at hand. */
function showPlace({ parts }: Scene, at: Session, telling: Telling, stage: Stage): void {
  stage.show([prose(2, { role: 'muted', text: telling.t.quiz.goOn }), ...tellParts(parts, telling)]);
  stage.showBoard(at);
  stage.show(tellQuestion(at, telling.t));
}
