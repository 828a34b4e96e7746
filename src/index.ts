/** The library: traces of expressions, and the tutor that asks about them. Lessons are in `gradtutor/lessons`. */
export { GradtutorError } from './core/errors.ts';
export type { DomainFailure, ErrorArgs, ErrorCode, Position, UnsupportedConstruct } from './core/errors.ts';
export type { Given } from './core/inputs.ts';
export { study, trace } from './core/trace.ts';
export type {
  BackwardStep,
  Contribution,
  ForwardStep,
  Kink,
  Moved,
  NudgeStep,
  Study,
  Trace,
  TraceNode,
  TraceOptions,
} from './core/trace.ts';
export type { Verdict } from './core/nudge.ts';

export { ask } from './tutor/asking.ts';
export { type Kind, kinds } from './tutor/kinds.ts';
export type { TutorArgs, TutorKey, TutorMessage } from './tutor/messages.ts';
export type { MistakeId } from './tutor/mistakes.ts';
export { type Question, questionsFor } from './tutor/questions.ts';
export { type Report, report } from './tutor/report.ts';
export {
  type Attempt,
  currentQuestion,
  type Outcome,
  type Panel,
  type Result,
  score,
  type Session,
  startSession,
  type Turn,
} from './tutor/session.ts';
export { answer } from './tutor/step.ts';

export { sentenceOf } from './conversation.ts';
export type { Messages } from './i18n/en.ts';
export { isLanguage, type Language, languageNames, loadMessages } from './i18n/index.ts';
