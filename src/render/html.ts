import { hashes, loader, program, style } from 'virtual:page';
import type { Trace } from '../core/trace.ts';
import { spanText } from '../document.ts';
import { explain } from '../explain.ts';
import type { Messages } from '../i18n/en.ts';
import { pageWords } from '../i18n/page/index.ts';
import { lessonOf, toScriptData } from '../page/lesson.ts';
import { blocksToHtml } from './html/blocks.ts';
import { headerToHtml, statementsOf } from './html/header.ts';
import { themeRules } from './html/theme.ts';
import { drawFitting } from './svg.ts';
import { drawFigure, type Figure } from './svg/draw.ts';
import { escapeXml } from './xml.ts';

/** Nothing is loaded from anywhere: only this page's own scripts run, and they can reach no network. */
const POLICY = `default-src 'none'; script-src ${hashes.map((hash) => `'${hash}'`).join(' ')}; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'`;

/** Of its natural size: how small and how large a figure is shown, before it scrolls or stops growing. */
const SMALLEST = 0.82;
const LARGEST = 1;

/**
 * One page that needs nothing else: the graph, and a program to step through it, change it and predict it. Without
 * scripts it is the whole story.
 */
export function toHtml(trace: Trace, t: Messages): string {
  const { lang } = t;
  const words = pageWords[lang];
  const graphs = drawGraphs(trace, t);
  return `<!doctype html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escapeXml(titleOf(trace, t))} – gradtutor</title>
<style>${themeRules}${style}</style>
</head>
<body>
<header>
<div id="header">${headerToHtml(trace, t)}</div>
<div id="settings"></div>
</header>
<main id="main"${graphs.length === 1 ? ' class="tall"' : ''}>
<section id="graph" aria-label="${escapeXml(words.graph)}">
${graphs.map(framed).join('\n')}
</section>
<section id="app" hidden>
<div id="modes"></div>
<div id="panel" role="region"></div>
</section>
<details id="story" open>
<summary data-word="story">${escapeXml(words.story)}</summary>
<div id="told">${blocksToHtml(explain({ ...trace, chosen: [] }, t), 2)}</div>
</details>
</main>
<footer><p data-word="made">${escapeXml(words.made)}</p></footer>
<script type="application/json" id="lesson">${toScriptData(lessonOf(trace, lang))}</script>
<script type="text/plain" id="program">${program}</script>
<script>${loader}</script>
</body>
</html>
`;
}

const LONGEST_TITLE = 100;

function titleOf(trace: Trace, t: Messages): string {
  const title = statementsOf(trace, t)
    .map((spans) => spans.map(spanText).join(''))
    .join('; ');
  return title.length > LONGEST_TITLE ? `${title.slice(0, LONGEST_TITLE)}…` : title;
}

/** The graph for a wide screen and, unless that goes from top to bottom too, once more for a narrow one. */
function drawGraphs(trace: Trace, t: Messages): Figure[] {
  const wide = drawFitting(trace, t, { id: 'graph', isLive: true });
  if (wide.direction === 'TB') return [wide];
  const { diagram } = wide;
  return [wide, drawFigure(trace, t, { id: 'graph-narrow', diagram, direction: 'TB', isLive: true })];
}

function framed({ svg, width, height }: Figure, i: number, { length }: readonly Figure[]): string {
  const [least, most, short] = [SMALLEST * width, LARGEST * width, SMALLEST * height].map(Math.round);
  const kind = length === 1 ? '' : i === 0 ? ' wide' : ' narrow';
  return `<div class="figure${kind}" style="--least:${least}px;--most:${most}px;--short:${short}px">${svg}</div>`;
}
