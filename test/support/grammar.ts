import type { Element } from './xml.ts';

/** What an element may hold: a pattern over its children's names, each followed by a space; and its attributes. */
export interface Model {
  readonly children?: RegExp;
  /** Whether it may hold text of its own beside them. */
  readonly text?: true;
  readonly required?: readonly string[];
  readonly optional?: readonly string[];
}

/** The elements of a vocabulary, by namespace and name. */
export type Grammar = Readonly<Record<string, Readonly<Record<string, Model>>>>;

/** What in a document is against its grammar, each with its path. */
export function violations(element: Element, grammar: Grammar, path = ''): string[] {
  const at = `${path}/${element.name}`;
  const model = Object.hasOwn(grammar, element.namespace)
    ? grammar[element.namespace]?.[element.name]
    : undefined;
  if (!model) return [`${at}: unknown`];
  const { children = /^$/u, required = [], optional = [] } = model;
  const names = element.children.map(({ name }) => `${name} `).join('');
  const inside = element.children.reduce((rest, child) => rest.replace(child.text, ''), element.text);
  const given = [...element.attributes.keys()].filter((name) => !name.startsWith('xmlns'));
  return [
    ...(children.test(names) ? [] : [`${at}: holds ${names.trim() || 'nothing'}`]),
    ...(model.text || inside.trim() === '' ? [] : [`${at}: holds text`]),
    ...required.filter((name) => !given.includes(name)).map((name) => `${at}: has no ${name}`),
    ...given
      .filter((name) => !required.includes(name) && !optional.includes(name))
      .map((name) => `${at}: has ${name}`),
    ...element.children.flatMap((child) => violations(child, grammar, at)),
  ];
}

const BLOCKS = '(?:p |ul |table |div )';
const INLINE = '(?:code |strong |span |math |textEntryInteraction )';

/** The part of XHTML that course formats take. */
const MARKUP: Readonly<Record<string, Model>> = {
  div: { children: new RegExp(`^${BLOCKS}*$`, 'u') },
  p: { children: new RegExp(`^${INLINE}*$`, 'u'), text: true },
  ul: { children: /^(?:li )+$/u },
  li: { children: new RegExp(`^${INLINE}*$`, 'u'), text: true },
  table: { children: /^(?:thead )?tbody $/u },
  thead: { children: /^tr $/u },
  tbody: { children: /^(?:tr )+$/u },
  tr: { children: /^(?:(?:td |th ))+$/u },
  td: { children: new RegExp(`^${INLINE}*$`, 'u'), text: true },
  th: { children: new RegExp(`^${INLINE}*$`, 'u'), text: true },
  strong: { text: true },
  code: { children: /^(?:span )*$/u, text: true },
  span: { text: true },
};

/** HTML in a text, written so that it is XML too. */
export const MARKUP_GRAMMAR: Grammar = { '': MARKUP };

const ANY = /^/u;
const STYLE = [
  'mathvariant',
  'stretchy',
  'lspace',
  'rspace',
  'fence',
  'minsize',
  'maxsize',
  'accent',
  'separator',
];
const MATHML: Readonly<Record<string, Model>> = {
  math: { children: ANY, optional: ['display'] },
  mrow: { children: ANY },
  mstyle: { children: ANY, optional: ['scriptlevel', 'displaystyle'] },
  mi: { text: true, optional: STYLE },
  mn: { text: true, optional: STYLE },
  mo: { text: true, optional: STYLE },
  mtext: { text: true, optional: STYLE },
  mspace: { optional: ['width', 'linebreak'] },
  mpadded: { children: ANY, optional: ['width', 'height', 'lspace', 'voffset'] },
  mfrac: { children: /^\S+ \S+ $/u },
  msup: { children: /^\S+ \S+ $/u },
  msub: { children: /^\S+ \S+ $/u },
  msubsup: { children: /^\S+ \S+ \S+ $/u },
  mover: { children: /^\S+ \S+ $/u, optional: ['accent'] },
  msqrt: { children: ANY },
  mtable: { children: /^(?:mtr )+$/u, optional: ['rowspacing', 'columnalign', 'columnspacing'] },
  mtr: { children: /^(?:mtd )+$/u },
  mtd: { children: ANY },
};

const QTI = 'http://www.imsglobal.org/xsd/imsqti_v2p1';
const EXPRESSION = '(?:equal )';
const RULES = '(?:setOutcomeValue )*';

/** Items and tests of QTI 2.1, as far as its information model is used here: elements, their order, attributes. */
export const QTI_GRAMMAR: Grammar = {
  [QTI]: {
    ...MARKUP,
    assessmentItem: {
      children:
        /^(?:responseDeclaration )*(?:outcomeDeclaration )*itemBody responseProcessing (?:modalFeedback )*$/u,
      required: ['identifier', 'title', 'adaptive', 'timeDependent'],
      optional: ['xml:lang'],
    },
    responseDeclaration: {
      children: /^correctResponse $/u,
      required: ['identifier', 'cardinality', 'baseType'],
    },
    outcomeDeclaration: {
      children: /^(?:defaultValue )?$/u,
      required: ['identifier', 'cardinality', 'baseType'],
    },
    correctResponse: { children: /^value $/u },
    defaultValue: { children: /^value $/u },
    value: { text: true },
    itemBody: { children: new RegExp(`^${BLOCKS}+$`, 'u') },
    textEntryInteraction: { required: ['responseIdentifier'], optional: ['expectedLength'] },
    responseProcessing: { children: /^responseCondition $/u },
    responseCondition: { children: /^responseIf (?:responseElseIf )*(?:responseElse )?$/u },
    responseIf: { children: new RegExp(`^${EXPRESSION}${RULES}$`, 'u') },
    responseElseIf: { children: new RegExp(`^${EXPRESSION}${RULES}$`, 'u') },
    responseElse: { children: new RegExp(`^${RULES}$`, 'u') },
    equal: { children: /^variable (?:correct |baseValue )$/u, required: ['toleranceMode', 'tolerance'] },
    variable: { required: ['identifier'] },
    correct: { required: ['identifier'] },
    baseValue: { text: true, required: ['baseType'] },
    setOutcomeValue: { children: /^baseValue $/u, required: ['identifier'] },
    modalFeedback: {
      children: new RegExp(`^${BLOCKS}*$`, 'u'),
      required: ['outcomeIdentifier', 'identifier', 'showHide'],
    },
    assessmentTest: { children: /^(?:testPart )+$/u, required: ['identifier', 'title'] },
    testPart: {
      children: /^(?:assessmentSection )+$/u,
      required: ['identifier', 'navigationMode', 'submissionMode'],
    },
    assessmentSection: {
      children: /^(?:assessmentItemRef )*$/u,
      required: ['identifier', 'title', 'visible'],
    },
    assessmentItemRef: { required: ['identifier', 'href'] },
  },
  'http://www.w3.org/1998/Math/MathML': MATHML,
};

/** A manifest of IMS Content Packaging, as QTI 2.1 packages and Canvas have it. */
const MANIFEST: Readonly<Record<string, Model>> = {
  manifest: { children: /^metadata organizations resources $/u, required: ['identifier'] },
  metadata: { children: /^schema schemaversion $/u },
  schema: { text: true },
  schemaversion: { text: true },
  organizations: {},
  resources: { children: /^(?:resource )+$/u },
  resource: {
    children: /^(?:file )+(?:dependency )*$/u,
    required: ['identifier', 'type'],
    optional: ['href'],
  },
  file: { required: ['href'] },
  dependency: { required: ['identifierref'] },
};

export const MANIFEST_GRAMMAR: Grammar = {
  'http://www.imsglobal.org/xsd/imscp_v1p1': MANIFEST,
  'http://www.imsglobal.org/xsd/imsccv1p1/imscp_v1p1': MANIFEST,
};

/** A quiz of QTI 1.2, as far as its binding is used here. */
export const CANVAS_GRAMMAR: Grammar = {
  'http://www.imsglobal.org/xsd/ims_qtiasiv1p2': {
    questestinterop: { children: /^assessment $/u },
    assessment: { children: /^qtimetadata section $/u, required: ['ident', 'title'] },
    qtimetadata: { children: /^(?:qtimetadatafield )+$/u },
    qtimetadatafield: { children: /^fieldlabel fieldentry $/u },
    fieldlabel: { text: true },
    fieldentry: { text: true },
    section: { children: /^(?:item )+$/u, required: ['ident'] },
    item: {
      children: /^itemmetadata presentation resprocessing (?:itemfeedback )+$/u,
      required: ['ident', 'title'],
    },
    itemmetadata: { children: /^qtimetadata $/u },
    presentation: { children: /^material response_str $/u },
    material: { children: /^mattext $/u },
    mattext: { text: true, required: ['texttype'] },
    response_str: { children: /^render_fib $/u, required: ['ident', 'rcardinality'] },
    render_fib: { children: /^response_label $/u, required: ['fibtype'] },
    response_label: { required: ['ident'] },
    resprocessing: { children: /^outcomes (?:respcondition )+$/u },
    outcomes: { children: /^decvar $/u },
    decvar: { required: ['maxvalue', 'minvalue', 'varname', 'vartype'] },
    respcondition: { children: /^conditionvar (?:setvar )?displayfeedback $/u, required: ['continue'] },
    conditionvar: { children: /^(?:or |varequal |other )$/u },
    or: { children: /^varequal and $/u },
    and: { children: /^vargte varlte $/u },
    varequal: { text: true, required: ['respident'] },
    vargte: { text: true, required: ['respident'] },
    varlte: { text: true, required: ['respident'] },
    other: {},
    setvar: { text: true, required: ['action', 'varname'] },
    displayfeedback: { required: ['feedbacktype', 'linkrefid'] },
    itemfeedback: { children: /^flow_mat $/u, required: ['ident'] },
    flow_mat: { children: /^material $/u },
  },
};

const TEXT: Model = { children: /^text $/u, optional: ['format'] };

/** Moodle XML as far as its documentation describes questions of the type numerical. */
export const MOODLE_GRAMMAR: Grammar = {
  '': {
    quiz: { children: /^(?:question )+$/u },
    question: {
      children:
        /^(?:category |name questiontext generalfeedback defaultgrade penalty hidden idnumber (?:answer )+(?:hint )*)$/u,
      required: ['type'],
    },
    category: TEXT,
    name: TEXT,
    questiontext: TEXT,
    generalfeedback: TEXT,
    hint: TEXT,
    feedback: TEXT,
    text: { text: true },
    defaultgrade: { text: true },
    penalty: { text: true },
    hidden: { text: true },
    idnumber: { text: true },
    tolerance: { text: true },
    answer: { children: /^text tolerance feedback $/u, required: ['fraction', 'format'] },
  },
};
