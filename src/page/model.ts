import { GradtutorError } from '../core/errors.ts';
import { type Study, study } from '../core/trace.ts';
import type { Language } from '../i18n/language.ts';
import type { Kind } from '../tutor/kinds.ts';
import { questionsFor } from '../tutor/questions.ts';
import { type Session, startSession, type Turn } from '../tutor/session.ts';
import { answer } from '../tutor/step.ts';
import { type Lesson, optionsFor } from './lesson.ts';
import { type Step, stepsOf } from './steps.ts';

/** What there is to do. */
export const modes = ['follow', 'play', 'predict'] as const;

export type Mode = (typeof modes)[number];

/** Tries at a question before its worked step is shown, as on a terminal. */
const TRIES = 2;

/** Everything that changes while the page is open. */
export class Model {
  readonly lesson: Lesson;
  lang: Language;
  mode: Mode = 'follow';
  /** Values of the inputs, and the study at them; both are always good. */
  at: ReadonlyMap<string, number>;
  study: Study;
  steps: readonly Step[];
  /** Index into `steps`. */
  step = 0;
  /** The variable that is nudged, and log10 of its nudge. */
  nudged: string;
  exponent: number;
  kind: Kind = 'gradient';
  session: Session;
  /** What came of the last answer. */
  turn: Turn | undefined;
  /** Decides which other numbers come next. */
  seed = 1;

  constructor(lesson: Lesson) {
    this.lesson = lesson;
    this.lang = lesson.lang;
    this.at = new Map(lesson.at);
    this.study = study(lesson.source, optionsFor(lesson, this.at));
    this.steps = stepsOf(this.study.trace);
    this.nudged = this.study.trace.nudges.at(-1)?.name ?? '';
    this.exponent = Math.log10(Math.abs(lesson.nudge));
    this.session = this.#start();
  }

  /**
   * Studies the expression at other values, and starts the questions again.
   * @returns why there is none; everything then stays as it was
   */
  change(at: ReadonlyMap<string, number>): GradtutorError | undefined {
    try {
      this.study = study(this.lesson.source, optionsFor(this.lesson, at));
    } catch (error) {
      if (error instanceof GradtutorError) return error;
      throw error;
    }
    this.at = at;
    this.steps = stepsOf(this.study.trace);
    this.step = Math.min(this.step, this.steps.length - 1);
    this.session = this.#start();
    return undefined;
  }

  /** Asks again from the beginning. */
  ask(kind: Kind): void {
    this.kind = kind;
    this.session = this.#start();
  }

  /** What the learner typed, for the tutor. */
  type(typed: string): void {
    this.turn = answer(this.session, typed);
    this.session = this.turn.session;
  }

  #start(): Session {
    this.turn = undefined;
    return startSession(this.study, questionsFor(this.study, [this.kind], this.seed), TRIES);
  }
}
