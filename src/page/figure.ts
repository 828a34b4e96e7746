import { askedSteps } from '../chain.ts';
import type { Trace } from '../core/trace.ts';
import type { Messages } from '../i18n/en.ts';
import type { Diagram, DiagramNode } from '../picture/diagram.ts';
import { tellNodes } from '../picture/tell.ts';
import { dvarLabel, openLabel, valueLabel } from '../render/svg/labels.ts';
import { bringIntoFrame } from './sight.ts';

/** What the picture is to show. */
export interface View {
  readonly diagram: Diagram;
  /** The node that is told or asked about. */
  readonly current?: string;
  /** Marks the arrows of the step at hand: those into the current node, or the ways back to it. */
  readonly flow?: 'forward' | 'backward';
}

interface Box {
  readonly group: Element;
  readonly value: SVGTextElement;
  readonly dvar: SVGTextElement;
  /** Width for text. */
  readonly room: number;
}

interface Arrow {
  readonly group: SVGGElement;
  readonly from: string;
  readonly to: string;
  readonly isBack: boolean;
}

const PADDING = 14;
/** No character is wider than this, in px. */
const BROADEST = 18;

/** One drawing of the graph: its texts and marks change, its shapes stay where they are. */
export class Figure {
  readonly #svg: SVGSVGElement;
  readonly #boxes = new Map<string, Box>();
  readonly #arrows: readonly Arrow[];

  constructor(svg: SVGSVGElement) {
    this.#svg = svg;
    for (const group of svg.querySelectorAll<SVGGElement>('[data-node]')) {
      const [value, dvar] = [group.querySelector('.gt-value'), group.querySelector('.gt-dvar')];
      const width = Number(group.querySelector('.gt-box')?.getAttribute('width'));
      if (value instanceof SVGTextElement && dvar instanceof SVGTextElement) {
        this.#boxes.set(group.dataset['node'] ?? '', { group, value, dvar, room: width - PADDING });
      }
    }
    this.#arrows = Array.from(svg.querySelectorAll<SVGGElement>('[data-from]'), (group) => ({
      group,
      from: group.dataset['from'] ?? '',
      to: group.dataset['to'] ?? '',
      isBack: group.classList.contains('gt-backward'),
    }));
  }

  show(trace: Trace, { diagram, current, flow }: View, t: Messages): void {
    const dvars = new Set([trace.output, ...askedSteps(trace).map(({ name }) => name)]);
    const nodes = new Map(diagram.nodes.map((node) => [node.name, node]));
    for (const node of diagram.nodes) this.#showNode(node, dvars.has(node.name), node.name === current);
    if (this.#svg.clientWidth > 0) this.#fit();
    const ways = new Set(
      trace.backward.flatMap(({ name, contributions }) =>
        contributions.map(({ consumer }) => wayOf(name, consumer)),
      ),
    );
    for (const { group, from, to, isBack } of this.#arrows) {
      const [start, end] = [nodes.get(from), nodes.get(to)];
      const { classList } = group;
      if (isBack) {
        classList.toggle('gt-absent', !ways.has(wayOf(from, to)) || start?.gradient === undefined);
        classList.toggle('gt-active', flow === 'backward' && from === current);
      } else {
        classList.toggle('gt-skipped', start?.skipped === true || end?.skipped === true);
        classList.toggle('gt-pending', end?.value === undefined);
        classList.toggle('gt-active', flow === 'forward' && to === current);
      }
    }
    this.#tell(trace, tellNodes(diagram, t, current), t);
    const box = current === undefined ? undefined : this.#boxes.get(current);
    const frame = this.#svg.parentElement;
    if (box && frame) bringIntoFrame(box.group, frame);
  }

  #showNode(node: DiagramNode, hasDvar: boolean, isCurrent: boolean): void {
    const box = this.#boxes.get(node.name);
    if (!box) return;
    const isOpen = hasDvar && node.gradient === undefined;
    box.value.textContent = valueLabel(node);
    box.dvar.textContent = isOpen ? openLabel(node.name) : dvarLabel(node);
    const { classList } = box.group;
    classList.toggle('gt-open', isOpen);
    classList.toggle('gt-bare', !hasDvar);
    classList.toggle('gt-skipped', node.skipped);
    classList.toggle('gt-current', isCurrent);
  }

  /** Presses texts together that are too long for their boxes; measures only what may be, and all at once. */
  #fit(): void {
    const texts = [...this.#boxes.values()].flatMap(({ value, dvar, room }) => [
      { text: value, room },
      { text: dvar, room },
    ]);
    for (const { text } of texts) text.removeAttribute('textLength');
    const long = texts.filter(({ text, room }) => text.textContent.length * BROADEST > room);
    for (const { text, room } of long.filter((it) => it.text.getComputedTextLength() > it.room)) {
      text.setAttribute('textLength', String(room));
      text.setAttribute('lengthAdjust', 'spacingAndGlyphs');
    }
  }

  /** For those who do not see it. */
  #tell(trace: Trace, sentences: readonly string[], t: Messages): void {
    const put = (selector: string, text: string) => {
      const element = this.#svg.querySelector(selector);
      if (element) element.textContent = text;
    };
    put('title', t.picture.title(trace.output));
    put('desc', sentences.join(' '));
    put('[data-legend=forward]', t.picture.forward);
    put('[data-legend=backward]', t.picture.backward);
  }
}

/** Names have no spaces. */
const wayOf = (from: string, to: string): string => `${from} ${to}`;
