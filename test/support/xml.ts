import { SaxesParser } from 'saxes';

export interface Element {
  readonly name: string;
  readonly namespace: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly Element[];
  /** All text in it, at any depth. */
  readonly text: string;
}

interface Open extends Element {
  readonly children: Element[];
  text: string;
}

/** The root of a document. @throws where it is not well-formed, or a prefix has no namespace */
export function readXml(document: string): Element {
  const parser = new SaxesParser({ xmlns: true });
  const open: Open[] = [{ name: '', namespace: '', attributes: new Map(), children: [], text: '' }];
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ local, uri, attributes }) => {
    const named = Object.values(attributes).map(({ name, value }) => [name, value] as const);
    open.push({ name: local, namespace: uri, attributes: new Map(named), children: [], text: '' });
  });
  parser.on('text', (text) => {
    for (const element of open) element.text += text;
  });
  parser.on('closetag', () => {
    const closed = open.pop() as Open;
    open.at(-1)?.children.push(closed);
  });
  parser.write(document).close();
  return open[0]?.children[0] as Element;
}

/** Every element with a name, at any depth, in order. */
export function elementsIn(element: Element, name: string): Element[] {
  const found = element.children.flatMap((child) => elementsIn(child, name));
  return element.name === name ? [element, ...found] : found;
}

export const childrenOf = (element: Element, name: string): Element[] =>
  element.children.filter((child) => child.name === name);

/** The one element with a name. */
export function elementIn(element: Element, name: string): Element {
  const [found, second] = elementsIn(element, name);
  if (!found || second) throw new Error(`${found ? 'more than one' : 'no'} ${name} in ${element.name}`);
  return found;
}

export const attributeOf = (element: Element, name: string): string => {
  const value = element.attributes.get(name);
  if (value === undefined) throw new Error(`${element.name} has no ${name}`);
  return value;
};

/** A piece of HTML that is XML too, read as such. */
export const readMarkup = (markup: string): Element => readXml(`<div>${markup}</div>`);
