import type { Block } from '../../document.ts';
import type { Value } from '../../core/value.ts';
import { escapeXml } from '../../render/xml.ts';
import { decimal } from '../decimal.ts';
import type { Exercise, ExerciseSet, Item } from '../exercise.ts';
import { inTexBrackets, toMarkup } from '../markup.ts';
import { toZip } from '../package.ts';
import { tellRight, tellSolution, tellTask, tellUnknown, tellWrong, titleOf, type Wording } from '../tell.ts';

const QTI = 'http://www.imsglobal.org/xsd/ims_qtiasiv1p2';
const PACKAGING = 'http://www.imsglobal.org/xsd/imsccv1p1/imscp_v1p1';
const XML = '<?xml version="1.0" encoding="UTF-8"?>';

/**
 * QTI 1.2 as Canvas imports it: a package with a quiz of numerical questions. Canvas takes every condition with a range,
 * and New Quizzes every condition with a score, for a right answer: a wrong answer is told by its number alone.
 */
export function toCanvas(set: ExerciseSet, words: Wording): Uint8Array {
  const path = `${set.id}/${set.id}.xml`;
  return toZip(
    new Map([
      ['imsmanifest.xml', manifestXml(set, path)],
      [path, quizXml(set, words)],
    ]),
  );
}

const manifestXml = ({ id }: ExerciseSet, path: string): string => `${XML}
<manifest xmlns="${PACKAGING}" identifier="${id}-package">
<metadata><schema>IMS Content</schema><schemaversion>1.1.3</schemaversion></metadata>
<organizations/>
<resources>
<resource identifier="${id}" type="imsqti_xmlv1p2"><file href="${path}"/></resource>
</resources>
</manifest>
`;

const fieldXml = (label: string, entry: string): string =>
  `<qtimetadatafield><fieldlabel>${label}</fieldlabel><fieldentry>${entry}</fieldentry></qtimetadatafield>`;

const quizXml = (set: ExerciseSet, words: Wording): string => `${XML}
<questestinterop xmlns="${QTI}">
<assessment ident="${set.id}" title="${escapeXml(words.x.title(set.recipe.level))}">
<qtimetadata>${fieldXml('cc_maxattempts', '1')}</qtimetadata>
<section ident="root_section">
${set.exercises
  .flatMap((exercise) => exercise.items.map((item) => itemXml(set, exercise, item, words)))
  .join('\n')}
</section>
</assessment>
</questestinterop>
`;

const equals = (value: Value): string => `<varequal respident="response1">${decimal(value)}</varequal>`;

function isWithin(value: Value, tolerance: Value): string {
  const [least, most] = [value - tolerance, value + tolerance].map(decimal);
  return `<or>${equals(value)}<and><vargte respident="response1">${least}</vargte><varlte respident="response1">${most}</varlte></and></or>`;
}

const condition = (test: string, isLast: boolean, score: number | undefined, feedback: string): string =>
  [
    `<respcondition continue="${isLast ? 'No' : 'Yes'}"><conditionvar>${test}</conditionvar>`,
    score === undefined ? '' : `<setvar action="Set" varname="SCORE">${score}</setvar>`,
    `<displayfeedback feedbacktype="Response" linkrefid="${feedback}"/></respcondition>`,
  ].join('');

function itemXml(set: ExerciseSet, exercise: Exercise, item: Item, words: Wording): string {
  const material = (blocks: readonly Block[]) =>
    `<material><mattext texttype="text/html">${escapeXml(toMarkup(blocks, words.t, inTexBrackets))}</mattext></material>`;
  const feedback = (ident: string, blocks: readonly Block[]) =>
    `<itemfeedback ident="${ident}"><flow_mat>${material(blocks)}</flow_mat></itemfeedback>`;
  const { expected } = item.question;
  return [
    `<item ident="${item.id}" title="${escapeXml(titleOf(set, exercise, item, words))}">`,
    `<itemmetadata><qtimetadata>${fieldXml('question_type', 'numerical_question')}${fieldXml('points_possible', '1.0')}</qtimetadata></itemmetadata>`,
    `<presentation>${material(tellTask(exercise, item, words))}`,
    '<response_str ident="response1" rcardinality="Single"><render_fib fibtype="Decimal"><response_label ident="answer1"/></render_fib></response_str></presentation>',
    '<resprocessing><outcomes><decvar maxvalue="100" minvalue="0" varname="SCORE" vartype="Decimal"/></outcomes>',
    condition('<other/>', false, undefined, 'general_fb'),
    condition(isWithin(expected, item.tolerance), true, 100, 'correct_fb'),
    ...item.wrong.map(({ value }, i) => condition(equals(value), true, undefined, `wrong_${i + 1}_fb`)),
    condition('<other/>', true, undefined, 'general_incorrect_fb'),
    '</resprocessing>',
    feedback('general_fb', tellSolution(exercise, item, words)),
    feedback('correct_fb', tellRight(item, words)),
    ...item.wrong.map((wrong, i) => feedback(`wrong_${i + 1}_fb`, tellWrong(wrong, words))),
    feedback('general_incorrect_fb', tellUnknown(exercise, item, words)),
    '</item>',
  ].join('\n');
}
