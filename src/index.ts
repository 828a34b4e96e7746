export { GradtutorError } from './core/errors.ts';
export type { DomainFailure, ErrorArgs, ErrorCode, Position, UnsupportedConstruct } from './core/errors.ts';
export type { Given } from './core/inputs.ts';
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
