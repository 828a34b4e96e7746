import type { Block } from '../../document.ts';
import { escapeXml } from '../../render/xml.ts';
import { decimal } from '../decimal.ts';
import type { Exercise, ExerciseSet, Item } from '../exercise.ts';
import { toMarkup } from '../markup.ts';
import { inMathml } from '../mathml.ts';
import { toZip } from '../package.ts';
import { tellRight, tellSolution, tellTask, tellUnknown, tellWrong, titleOf, type Wording } from '../tell.ts';

const QTI = 'http://www.imsglobal.org/xsd/imsqti_v2p1';
const PACKAGING = 'http://www.imsglobal.org/xsd/imscp_v1p1';
const XML = '<?xml version="1.0" encoding="UTF-8"?>';

/** A QTI 2.1 package: an item for every gradient, formulas in MathML, and a test with a section for every exercise. */
export function toQti(set: ExerciseSet, words: Wording): Uint8Array {
  const items = set.exercises.flatMap((exercise) =>
    exercise.items.map((item) => [pathOf(item), itemXml(set, exercise, item, words)] as const),
  );
  return toZip(new Map([['imsmanifest.xml', manifestXml(set)], ['test.xml', testXml(set, words)], ...items]));
}

const pathOf = ({ id }: Item): string => `items/${id}.xml`;

function manifestXml({ id, exercises }: ExerciseSet): string {
  const items = exercises.flatMap((exercise) => exercise.items);
  const resources = items.map(
    (item) =>
      `<resource identifier="${item.id}" type="imsqti_item_xmlv2p1" href="${pathOf(item)}"><file href="${pathOf(item)}"/></resource>`,
  );
  const dependencies = items.map((item) => `<dependency identifierref="${item.id}"/>`).join('');
  return `${XML}
<manifest xmlns="${PACKAGING}" identifier="${id}-package">
<metadata><schema>QTIv2.1 Package</schema><schemaversion>1.0.0</schemaversion></metadata>
<organizations/>
<resources>
<resource identifier="${id}-test" type="imsqti_test_xmlv2p1" href="test.xml"><file href="test.xml"/>${dependencies}</resource>
${resources.join('\n')}
</resources>
</manifest>
`;
}

function testXml({ id, recipe, exercises }: ExerciseSet, { x }: Wording): string {
  const sections = exercises.map((exercise) => {
    const items = exercise.items.map(
      (item) => `<assessmentItemRef identifier="${item.id}" href="${pathOf(item)}"/>`,
    );
    const title = escapeXml(x.exercise(exercise.number));
    return `<assessmentSection identifier="${exercise.id}" title="${title}" visible="true">${items.join('')}</assessmentSection>`;
  });
  return `${XML}
<assessmentTest xmlns="${QTI}" identifier="${id}-test" title="${escapeXml(x.title(recipe.level))}">
<testPart identifier="${id}-part" navigationMode="nonlinear" submissionMode="individual">
${sections.join('\n')}
</testPart>
</assessmentTest>
`;
}

/** What an answer may be, what it scores, and what is said to it. */
interface Branch {
  readonly id: string;
  /** None: any other number. */
  readonly test?: string;
  readonly score: 0 | 1;
  readonly feedback: readonly Block[];
}

const isWithin = (tolerance: string, target: string): string =>
  `<equal toleranceMode="absolute" tolerance="${tolerance} ${tolerance}"><variable identifier="RESPONSE"/>${target}</equal>`;

function branchesOf(exercise: Exercise, item: Item, words: Wording): Branch[] {
  const solution = tellSolution(exercise, item, words);
  const isRight = isWithin(decimal(item.tolerance), '<correct identifier="RESPONSE"/>');
  return [
    { id: 'right', test: isRight, score: 1, feedback: [...tellRight(item, words), ...solution] },
    ...item.wrong.map((wrong, i): Branch => {
      const target = `<baseValue baseType="float">${decimal(wrong.value)}</baseValue>`;
      const test = isWithin(decimal(wrong.tolerance), target);
      return { id: `wrong-${i + 1}`, test, score: 0, feedback: tellWrong(wrong, words) };
    }),
    { id: 'other', score: 0, feedback: tellUnknown(exercise, item, words) },
  ];
}

const setXml = (outcome: string, type: string, value: string): string =>
  `<setOutcomeValue identifier="${outcome}"><baseValue baseType="${type}">${value}</baseValue></setOutcomeValue>`;

function branchXml({ id, test, score }: Branch, i: number): string {
  const name = test === undefined ? 'responseElse' : i === 0 ? 'responseIf' : 'responseElseIf';
  const outcomes = setXml('SCORE', 'float', String(score)) + setXml('FEEDBACK', 'identifier', id);
  return `<${name}>${test ?? ''}${outcomes}</${name}>`;
}

function itemXml(set: ExerciseSet, exercise: Exercise, item: Item, words: Wording): string {
  const markup = (blocks: readonly Block[]) => toMarkup(blocks, words.t, inMathml);
  const branches = branchesOf(exercise, item, words);
  const { label, expected } = item.question;
  return `${XML}
<assessmentItem xmlns="${QTI}" identifier="${item.id}" title="${escapeXml(titleOf(set, exercise, item, words))}" adaptive="false" timeDependent="false" xml:lang="${words.t.lang}">
<responseDeclaration identifier="RESPONSE" cardinality="single" baseType="float"><correctResponse><value>${decimal(expected)}</value></correctResponse></responseDeclaration>
<outcomeDeclaration identifier="SCORE" cardinality="single" baseType="float"><defaultValue><value>0</value></defaultValue></outcomeDeclaration>
<outcomeDeclaration identifier="FEEDBACK" cardinality="single" baseType="identifier"/>
<itemBody>
${markup(tellTask(exercise, item, words))}
<p>${escapeXml(label)} = <textEntryInteraction responseIdentifier="RESPONSE" expectedLength="12"/></p>
</itemBody>
<responseProcessing><responseCondition>
${branches.map(branchXml).join('\n')}
</responseCondition></responseProcessing>
${branches
  .map(
    ({ id, feedback }) =>
      `<modalFeedback outcomeIdentifier="FEEDBACK" identifier="${id}" showHide="show">${markup(feedback)}</modalFeedback>`,
  )
  .join('\n')}
</assessmentItem>
`;
}
