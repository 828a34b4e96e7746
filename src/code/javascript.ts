import type { Trace } from '../core/trace.ts';
import type { Messages } from '../i18n/en.ts';
import { ecmascriptFile } from './ecmascript.ts';

/** A JavaScript program for Node or a browser, script or module. */
export const toJavascript = (trace: Trace, t: Messages): string => ecmascriptFile(trace, t, false);
