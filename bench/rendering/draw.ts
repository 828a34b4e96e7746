/**
 * Loads a renderer and writes a trace with it, for the first time in this process: draw.js <format> <file of a program>.
 * Prints as JSON how much processor time that took, and what can be checked.
 */
import { readFileSync } from 'node:fs';
import { study, type Trace } from '../../src/core/trace.ts';
import { type FormatName, loadRenderer } from '../../src/formats.ts';
import { en, type Messages } from '../../src/i18n/en.ts';
import { loadDraw } from '../../src/picture/draw.ts';
import { tellPicture } from '../../src/picture/tell.ts';
import { renderText, type TextStyle } from '../../src/render/text.ts';
import { processorTime } from '../gradient/timing.js';

const style: TextStyle = { width: 80, ascii: false, plain: false, paint: (_, text) => text };

/** What `gradtutor graph --all` does. */
async function loadGraph(trace: Trace) {
  const draw = await loadDraw([trace]);
  return (told: Trace, t: Messages) => renderText([tellPicture(told, t)], { ...style, width: 80, draw });
}

const [format = '', file = ''] = process.argv.slice(2);
const { trace } = study(readFileSync(file, 'utf8'));

const start = processorTime();
const render = await (format === 'graph' ? loadGraph(trace) : loadRenderer(format as FormatName, trace));
const written: Iterable<string> = render(trace, en, style);
const text = typeof written === 'string' ? written : [...written].join('');
const ms = processorTime() - start;

const words = new Set(text.match(/[\p{L}_][\p{L}\p{N}_]*/gu));
const missing = trace.graph.nodes.filter(({ kind, name }) => kind !== 'constant' && !words.has(name));
const { gradients, value } = trace;
console.log(JSON.stringify({ ms, length: text.length, missing: missing.length, gradients, value }));
