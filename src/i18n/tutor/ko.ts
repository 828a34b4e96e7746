import { unbreakable } from '../../document.ts';
import type { TutorArgs } from '../../tutor/messages.ts';
import { josa } from '../josa.ts';
import { list } from '../list.ts';
import { mistakeIn, remedies } from '../mistakes/ko.ts';
import type { Sentences } from '../words.ts';

export const tutor: Sentences<TutorArgs> = {
  'ask-value': ({ name, formula }) => `${name} = ${josa(formula, '은/는')} 얼마일까요?`,
  'ask-nudge': ({ name, output, from, to, at }) =>
    `${josa(name, '을/를')} ${from}에서 ${josa(to, '으로/로')} 바꾸면, ${josa(at, '이던/던')} ${josa(output, '은/는')} 얼마가 될까요?`,
  'ask-local': ({ name, consumer, label, place }) =>
    `${josa(label, '은/는')} 얼마일까요? ${place > 0 ? `${place}번째 자리의 ` : ''}${josa(name, '이/가')} 1만큼 변할 때 ${josa(consumer, '은/는')} 얼마나 변하나요?`,
  'ask-path': ({ name, consumer, dvar, place }) =>
    `${josa(name, '은/는')} 여러 경로로 이어져요. ${dvar} 가운데 ${place > 0 ? `${consumer}의 ${place}번째 자리를` : josa(consumer, '을/를')} 통해 전해지는 값은 얼마일까요?`,
  'ask-bug': ({ lines }) =>
    [
      '이 역방향 전파에서 한 줄이 틀렸고, 그 뒤는 틀린 값으로 이어졌어요. 어느 줄일까요? 그 줄의 dvar를 써 주세요.',
      ...lines,
    ].join('\n'),
  'ask-mend': ({ dvar }) => `${josa(dvar, '은/는')} 얼마여야 할까요?`,
  'ask-gradient': ({ dvar, output, name }) =>
    `${josa(dvar, '은/는')} 얼마일까요? (${dvar} = d${output}/d${name})`,
  right: ({ label, value }) => `맞아요. ${label} = ${value}`,
  'right-part': ({ label, consumer, value }) =>
    `맞아요. ${label} 가운데 ${josa(consumer, '을/를')} 지나는 값은 ${josa(value, '이에요/예요')}.`,
  'right-at-kink': ({ label, answer, value }) =>
    `맞아요. 여기는 꺾인 점이고, ${label} = ${josa(answer, '은/는')} 그 기울기 가운데 하나예요. 보통은 ${josa(value, '을/를')} 써요.`,
  close: ({ isShort }) =>
    isShort
      ? '거의 맞았지만 정확하지는 않아요. 한 번 더 계산해 보세요.'
      : '거의 맞았어요. 소수점 아래 한 자리까지 더 써 주세요.',
  'still-open': ({ dvars }) =>
    `${josa(list(dvars), '은/는')} 아직 구하지 않았어요. :back으로 돌아갈 수 있어요.`,
  tested: ({ name, dvar, output, answer, step, from, predicted, reached }) =>
    `${dvar} = ${josa(answer, '이라면/라면')} ${josa(name, '을/를')} ${step}만큼 올릴 때 ${josa(output, '이/가')} ${from}에서 ${josa(predicted, '이/가')} 되어야 해요. 실제로는 ${josa(reached, '이/가')} 돼요.`,
  wrong: ({ label, answer }) => `${josa(label, '은/는')} ${josa(answer, '이/가')} 아니에요.`,
  'wrong-part': ({ label, consumer, answer }) =>
    `${label} 가운데 ${josa(consumer, '을/를')} 지나는 값은 ${josa(answer, '이/가')} 아니에요.`,
  nearly: ({ label, numbers }) => `거의 맞았어요. 한 번 더 계산해 보세요: ${label} = ${unbreakable(numbers)}`,
  'moved-by': ({ name, output, answer, step, change, slope, way }) =>
    change === '0'
      ? `${josa(answer, '이라면/라면')} ${josa(output, '이/가')} 변하지 않는다는 뜻이에요. 살짝 올린 값을 따라가 보세요: ${way.join(' → ')}`
      : `${josa(answer, '이라면/라면')} ${josa(name, '이/가')} ${step}만큼 변할 때 ${josa(output, '이/가')} ${change}만큼 변한다는 뜻이에요. 1만큼마다 ${slope}만큼인 셈이지요. 살짝 올린 값을 따라가 보세요: ${way.join(' → ')}`,
  diagnosis: mistakeIn,
  tie: ({ answer, mistakes: tied, remedy }) => {
    const [first] = tied;
    if (remedy && first)
      return `${josa(answer, '이/가')} 나올 만한 실수가 여러 가지인데, 고치는 방법은 같아요. ${remedies[remedy](first)}`;
    return [
      `${josa(answer, '이/가')} 나올 만한 실수가 여러 가지예요. 어느 경우인가요?`,
      ...tied.map((mistake) => `• ${mistakeIn(mistake)}`),
    ].join('\n');
  },
  'follows-from': ({ dvar, answer, first, answered }) =>
    `${dvar} = ${josa(answer, '은/는')} 앞에서 답한 ${first} = ${answered}에서 바르게 이어졌어요. 이 단계는 맞았으니 ${josa(first, '을/를')} 고치세요.`,
  'follows-earlier': ({ dvar, answer, earlier, answered, now }) =>
    `${dvar} = ${josa(answer, '은/는')} 앞에서 답한 ${earlier} = ${answered}에서 바르게 이어졌어요. 하지만 이제 ${josa(earlier, '은/는')} ${josa(now, '이니/니')} 그 값을 쓰세요.`,
  'bug-found': ({ dvar }) => `맞아요, 틀린 줄은 ${josa(dvar, '이에요/예요')}.`,
  'bug-was': ({ dvar }) => `틀린 줄은 ${josa(dvar, '이에요/예요')}.`,
  'bug-elsewhere': ({ dvar }) => `${josa(dvar, '은/는')} 위의 줄들에서 바르게 나왔어요.`,
  'unknown-line': ({ text, dvars }) =>
    `${josa(text, '이라는/라는')} 줄은 없어요. 이 가운데 골라 주세요: ${list(dvars)}.`,
  'same-again': () => '방금 써 본 답이에요. ?를 치면 힌트가 나와요.',
  undone: ({ label }) => `되돌렸어요. 다시 ${josa(label, '이에요/예요')}.`,
  again: () => '한 번 더 해 보세요. ?를 치면 힌트가 나와요.',
  skipped: ({ label, comesAgain }) =>
    `${josa(label, '을/를')} 건너뛸게요.${comesAgain ? ' 마지막에 다시 물어볼게요.' : ''}`,
  'skipped-line': ({ comesAgain }) =>
    `틀린 줄 찾기를 건너뛸게요.${comesAgain ? ' 마지막에 다시 물어볼게요.' : ''}`,
  'nothing-to-undo': () => '이 예제의 첫 질문이에요. :back과 :undo로는 이 예제 안에서만 돌아갈 수 있어요.',
  'not-a-number': ({ text }) => `숫자로 읽을 수 없어요: ${text}. 숫자나 분수, 2*3 같은 식을 써 주세요.`,
  'not-counted': () => '시도 횟수에 넣지 않을게요.',
  'unknown-name': ({ name, names }) =>
    `여기서는 ${josa(name, '이라는/라는')} 이름을 쓸 수 없어요. 쓸 수 있는 이름: ${list(names)}. 명령은 :keys로 볼 수 있어요.`,
  empty: () => '숫자나 식을 써 주세요. ?는 힌트이고, :keys를 치면 명령이 나와요.',
  keys: () =>
    [
      '?            힌트 (볼 때마다 자세해져요)',
      ':show   :s   풀이 보기',
      ':skip   :n   나중에 하기: 다른 질문 뒤에 다시 나와요',
      ':back   :b   앞 질문으로',
      ':undo   :u   마지막 답 되돌리기',
      ':graph  :g   모든 노드와 지금까지 구한 dvar',
      ':values :v   답에 쓸 수 있는 값',
      ':quit   :q   그만하기 (나중에 이어서 할 수 있어요)',
    ].join('\n'),
  'unknown-command': ({ text }) => `모르는 명령이에요: ${text}. :keys를 치면 명령이 모두 나와요.`,
  'own-hint': ({ text }) => text,
  'no-more-hints': () => '힌트는 여기까지예요. :show를 치면 풀이가 나와요.',
  'hint-value': ({ formula }) => `${josa(formula, '을/를')} 계산해 보세요.`,
  'hint-nudge': ({ name, output }) =>
    `${name}에 새 값을 넣고, ${josa(output, '이/가')} 나올 때까지 오른쪽으로 한 단계씩 계산해 보세요.`,
  'hint-moved': ({ name, from, to }) =>
    `${josa(name, '은/는')} ${from}에서 ${josa(to, '으로/로')} 바뀌어요. 그다음은 어떻게 될까요?`,
  'hint-step': ({ name, consumer, formula }) =>
    `${consumer} = ${formula}, 이 단계 하나만 보세요. 나머지는 그대로 두고 ${josa(name, '을/를')} 조금 늘리면 ${josa(consumer, '은/는')} 얼마나 빨리 변할까요?`,
  'hint-bug': ({ dvar, rule: right }) =>
    `${josa(dvar, '을/를')} 확인해 보세요. ${josa(right, '이/가')} 되어야 해요.`,
  'hint-rule': ({ name, consumers, output }) => {
    if (consumers.length > 1) {
      return `${josa(name, '은/는')} ${list(consumers)}에 쓰여요. 각각에서, 그 노드의 d에 ${josa(name, '이/가')} 1만큼 변할 때 그 노드가 변하는 양을 곱한 다음 모두 더하세요.`;
    }
    const [consumer = output] = consumers;
    return consumer === output
      ? `${josa(name, '은/는')} ${output}에 쓰여요. ${josa(name, '이/가')} 1만큼 변하면 ${josa(output, '은/는')} 얼마나 변하나요?`
      : `${josa(name, '은/는')} ${consumer}에 쓰이고, d${josa(consumer, '은/는')} 이미 알아요. ${josa(name, '이/가')} 1만큼 변하면 ${josa(consumer, '은/는')} 얼마나 변하나요? 두 값을 곱하세요.`;
  },
  'hint-symbols': ({ dvar, symbols }) => `${dvar} = ${symbols}`,
  'hint-local': ({ locals }) => `국소 도함수: ${locals.join('; ')}`,
  'hint-numbers': ({ dvar, numbers }) => `${dvar} = ${numbers}. 이제 계산해 보세요.`,
  score: ({ right, follows, total, first }) => {
    const followed =
      follows === 0 ? '' : ` ${follows}개는 앞에서 틀린 값을 따라갔을 뿐, 그 단계 자체는 맞게 풀었어요.`;
    if (right === 0) return `아직 맞힌 문제가 없어요.${followed}`;
    const found =
      right === total ? `${total}개를 모두 맞혔어요.` : `${total}개 가운데 ${right}개를 맞혔어요.`;
    const atOnce = right === first ? '' : ` 그중 힌트 없이 한 번에 맞힌 것은 ${first}개예요.`;
    return `${found}${atOnce}${followed}`;
  },
  stopped: ({ right, asked }) =>
    asked === 0
      ? '첫 답 전에 멈췄어요.'
      : `여기서 멈출게요. 지금까지 ${asked}개 가운데 ${right}개를 맞혔어요.`,
};
