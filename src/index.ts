export { GradtutorError } from './core/errors.ts';
export type { ErrorArgs, ErrorCode, Position } from './core/errors.ts';
export { trace } from './core/trace.ts';
export type {
  BackwardStep,
  Contribution,
  ForwardStep,
  Kink,
  Moved,
  NudgeStep,
  Trace,
  TraceNode,
  TraceOptions,
} from './core/trace.ts';
export type { Verdict } from './core/nudge.ts';
