import type { Trace } from '../core/trace.ts';
import type { Messages } from '../i18n/en.ts';
import { ecmascriptFile } from './ecmascript.ts';

/** A TypeScript program, strict, with types that need only be taken away. */
export const toTypescript = (trace: Trace, t: Messages): string => ecmascriptFile(trace, t, true);
