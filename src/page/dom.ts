type Listener = (event: Event) => void;
type Properties = Readonly<Record<string, string | number | boolean | undefined | Listener>>;

/**
 * An element with attributes, listeners (`onclick`) and children. True is an attribute without a value; false and
 * undefined are none. Children that are strings are text.
 */
export function el<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  properties: Properties = {},
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (typeof value === 'function') element.addEventListener(name.slice(2), value);
    else if (value === true) element.setAttribute(name, '');
    else if (value !== false && value !== undefined) element.setAttribute(name, String(value));
  }
  element.append(...children);
  return element;
}

export const button = (text: string, onclick: Listener, properties: Properties = {}): HTMLButtonElement =>
  el('button', { type: 'button', onclick, ...properties }, text);

/** The element of the page with an id; the page was made with it. */
export function byId(id: string): HTMLElement {
  const element = document.getElementById(id);
  if (!element) throw new Error(`the page has no #${id}`);
  return element;
}

const shown = new WeakMap<Element, string>();

/** Puts HTML into an element, unless it is there already: what is read aloud is not read twice. */
export function put(element: Element, html: string): void {
  if (shown.get(element) === html) return;
  shown.set(element, html);
  element.innerHTML = html;
}

/** Runs a task once before the next frame, however often it is asked for. */
export function oncePerFrame(task: () => void): () => void {
  let isAsked = false;
  return () => {
    if (isAsked) return;
    isAsked = true;
    requestAnimationFrame(() => {
      isAsked = false;
      task();
    });
  };
}
