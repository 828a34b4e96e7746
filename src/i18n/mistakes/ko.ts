import type { Remedy } from '../../tutor/mistake.ts';
import type { MistakeId } from '../../tutor/mistakes.ts';
import type { SaidMistake } from '../../tutor/messages.ts';
import { josa } from '../josa.ts';
import { ruleWith } from '../rule.ts';

const ruleIn = ruleWith((place) => `${place}번째 자리`);

const mistakes: { readonly [K in MistakeId]: (args: SaidMistake) => string } = {
  'one-branch': (a) =>
    a.places !== undefined
      ? `${josa(a.said, '은/는')} ${josa(a.name, '이/가')} 한 자리에만 있을 때의 값이에요. ${josa(a.name, '은/는')} ${a.consumer}에 ${a.places === 2 ? '두 번' : `${a.places}번`} 쓰이니 자리마다 구해 모두 더해야 해요: ${ruleIn(a)}`
      : `${josa(a.said, '은/는')} ${josa(a.consumer, '을/를')} 지나는 경로만 구한 값이에요. ${josa(a.name, '은/는')} 여러 경로로 ${a.output}에 이어지니 모두 더해야 해요: ${ruleIn(a)}`,
  'local-only': (a) =>
    `${josa(a.said, '은/는')} 국소 도함수 ${josa(a.local, '이에요/예요')}. 오른쪽에서 온 d${josa(a.consumer, '을/를')} 곱하세요: ${ruleIn(a)}`,
  'upstream-only': (a) =>
    a.consumer === a.output
      ? `${josa(a.said, '은/는')} 출발점인 d${josa(a.output, '이에요/예요')}. ${josa(a.name, '이/가')} 1만큼 변하면 ${josa(a.output, '은/는')} 얼마나 변하나요?`
      : `${josa(a.said, '은/는')} 오른쪽에서 온 d${a.consumer} 그대로예요. 여기에 ${josa(a.local, '을/를')} 곱해야 해요: ${ruleIn(a)}`,
  'factors-swapped': (a) =>
    a.consumer === a.output
      ? `${josa(a.said, '은/는')} ${a.name} 자신을 곱한 값이에요. 곱셈에서 ${josa(a.name, '이/가')} 1만큼 변하면 ${josa(a.output, '은/는')} 다른 인수만큼 변해요. 그 인수가 바로 ${josa(a.dvar, '이에요/예요')}.`
      : `${josa(a.said, '은/는')} ${a.name} 자신을 곱한 값이에요. 곱셈에서 ${josa(a.name, '이/가')} 1만큼 변하면 결과는 다른 인수만큼 변해요. 그 인수가 ${josa(a.local, '이에요/예요')}: ${ruleIn(a)}`,
  'change-not-rate': (a) =>
    `${josa(a.said, '은/는')} ${a.step}만큼 올렸을 때 ${josa(a.output, '이/가')} 변한 양이에요. 올린 크기로 나누세요. 도함수는 1만큼 변할 때의 변화예요.`,
  'link-skipped': (a) =>
    `${josa(a.said, '은/는')} ${josa(a.local, '을/를')} 빠뜨린 값이에요. 지나는 경로의 국소 도함수를 빠짐없이 곱하세요.`,
  'branches-multiplied': (a) =>
    `${josa(a.said, '은/는')} 경로마다 전해지는 값을 곱한 결과예요. 여러 경로로 온 변화는 더해요: ${ruleIn(a)}`,
  'branches-averaged': (a) =>
    `${josa(a.said, '은/는')} 경로마다 전해지는 값을 평균 낸 결과예요. 평균이 아니라 더해야 해요: ${ruleIn(a)}`,
  'locals-summed': (a) =>
    `${josa(a.said, '은/는')} 국소 도함수만 더한 값이에요. 먼저 각 노드의 dvar를 곱한 다음 더하세요: ${ruleIn(a)}`,
  added: (a) =>
    a.consumer === a.output
      ? `${josa(a.said, '은/는')} ${a.local}에 d${a.output} = 1을 더한 값이에요. 연쇄법칙에서는 더하지 않고 곱해요. 1을 곱하니 ${a.local} 그대로예요.`
      : `${josa(a.said, '은/는')} d${josa(a.consumer, '과/와')} ${josa(a.local, '을/를')} 더한 값이에요. 연쇄법칙에서는 더하지 않고 곱해요: ${ruleIn(a)}`,
  'nudged-output': (a) =>
    `${josa(a.said, '은/는')} ${josa(a.name, '을/를')} ${a.step}만큼 올린 뒤의 ${a.output} 값이에요. 얼마나 변했는지를 구해 ${josa(a.step, '으로/로')} 나누세요.`,
  'own-value': (a) =>
    `${josa(a.said, '은/는')} ${a.name}의 값이에요. ${josa(a.dvar, '은/는')} ${josa(a.name, '이/가')} 1만큼 변할 때 ${josa(a.output, '이/가')} 변하는 양이에요.`,
  'node-value': (a) =>
    `${josa(a.said, '은/는')} ${a.consumer}의 값이에요. ${josa(a.dvar, '은/는')} ${josa(a.name, '이/가')} 1만큼 변할 때 ${josa(a.output, '이/가')} 변하는 양이에요.`,
  sign: (a) =>
    a.inPart === undefined
      ? `${josa(a.said, '은/는')} 크기는 맞지만 부호가 반대예요. 살짝 올리면 ${josa(a.output, '이/가')} 커지나요, 작아지나요? ${ruleIn(a)}`
      : `${josa(a.said, '은/는')} 크기는 맞지만 부호가 반대예요. ${josa(a.name, '이/가')} 커지면 ${josa(a.consumer, '은/는')} 커지나요, 작아지나요? ${ruleIn(a)}`,
  'target-minus-output': (a) =>
    `${josa(a.said, '은/는')} 부호가 반대예요. 이 손실에서 ${josa(a.dvar, '은/는')} 정답에서 출력을 뺀 값이 아니라 출력에서 정답을 뺀 값이에요.`,
  'upside-down': (a) =>
    `${josa(a.said, '은/는')} 위아래가 뒤집혔어요. ${josa(a.dvar, '은/는')} ${josa(a.name, '이/가')} 1만큼 변할 때 ${josa(a.output, '이/가')} 변하는 양이에요.`,
  'product-of-derivatives': (a) =>
    `${josa(a.said, '은/는')} ${a.consumer}의 두 인수를 각각 미분해서 곱한 값이에요. ${josa(a.name, '이/가')} 변하면 두 인수가 모두 변하니, 한쪽의 변화에 다른 쪽 인수를 곱해 더하세요.`,
  'wrong-point': (a) =>
    `${josa(a.said, '은/는')} ${a.consumer}의 도함수에 ${a.name}의 값을 넣은 결과예요. ${a.consumer}에 들어가는 것은 ${josa(a.other, '이니/니')} 그 값을 넣으세요.`,
  'derivative-from-input': (a) =>
    `${josa(a.said, '은/는')} ${josa(a.consumer, '이/가')} 들어갈 자리에 ${josa(a.name, '을/를')} 넣은 값이에요. 이 도함수는 들어가는 값이 아니라 나오는 값으로 계산해요.`,
  'extra-activation': (a) =>
    `${josa(a.said, '은/는')} ${josa(a.name, '을/를')} 한 번 더 곱한 값이에요: ${ruleIn(a)}`,
  'sum-halves': (a) =>
    `${josa(a.said, '은/는')} d${a.consumer}의 절반이에요. 덧셈은 나누어 주지 않아요. 어느 쪽이 변해도 그만큼 그대로 변하니 d${josa(a.consumer, '이/가')} 그대로 전해져요.`,
  'wrong-route': (a) =>
    `${josa(a.said, '은/는')} 기울기를 엉뚱한 쪽으로 보낸 값이에요. ${josa(a.name, '을/를')} 살짝 올리면 ${josa(a.consumer, '이/가')} 변하나요? 변하면 d${josa(a.consumer, '이/가')} 그대로 전해지고, 변하지 않으면 0이에요.`,
  'power-rule': (a) =>
    `${josa(a.said, '은/는')} 거듭제곱을 잘못 미분한 값이에요. 지수가 앞으로 내려오고, 새 지수는 하나 작아져요: ${ruleIn(a)}`,
  'quotient-rule': (a) =>
    `${josa(a.said, '은/는')} ${josa(a.local, '을/를')} 잘못 구한 값이에요. 분모로 미분하면 분자를 분모의 제곱으로 나누고 빼기 부호를 붙여요.`,
  divisor: (a) =>
    `${josa(a.said, '은/는')} ${a.other}배만큼 어긋났어요. ${josa(a.other, '으로/로')} 정확히 한 번 나누었는지 확인하세요.`,
  'counted-twice': (a) =>
    `${josa(a.said, '은/는')} 정답의 두 배예요. ${josa(a.dvar, '을/를')} 구할 때 같은 것을 두 번 더하지 않았는지 보세요.`,
  'other-variable': (a) =>
    `${josa(a.said, '은/는')} d${a.consumer}의 값이에요. ${josa(a.name, '이/가')} 쓰인 곳을 다시 찾아보세요: ${ruleIn(a)}`,
  'large-step': (a) =>
    `${josa(a.said, '은/는')} ${a.other}만큼 한 번 올렸을 때의 기울기예요. 도함수는 그 크기를 줄여 갈 때 다가가는 값이에요.`,
  'whole-for-part': (a) =>
    `${josa(a.said, '은/는')} ${a.dvar} 전체예요. ${josa(a.consumer, '을/를')} 지나는 값만 구해 보세요: ${ruleIn(a)}`,
  'chain-for-local': (a) =>
    `${josa(a.said, '은/는')} 출력까지 다 이어진 값이에요. ${josa(a.dvar, '은/는')} 한 단계만 보아요. ${josa(a.name, '이/가')} 1만큼 변하면 ${josa(a.consumer, '은/는')} 얼마나 변하나요?`,
  'other-part': (a) =>
    `${josa(a.said, '은/는')} ${josa(a.consumer, '을/를')} 지나는 값이에요. 물어본 것은 다른 경로예요: ${ruleIn(a)}`,
  misread: (a) =>
    `${josa(a.said, '은/는')} ${josa(a.other, '을/를')} 계산한 값이에요. ${ruleIn(a)}에서는 ${josa(a.consumer, '을/를')} 먼저 계산해 수 하나로 보아요.`,
  'sum-for-product': (a) => `${josa(a.said, '은/는')} 더한 값이에요. 여기서는 곱해요: ${ruleIn(a)}`,
  'product-for-sum': (a) => `${josa(a.said, '은/는')} 곱한 값이에요. 여기서는 더해요: ${ruleIn(a)}`,
  'power-as-product': (a) =>
    `${josa(a.said, '은/는')} 지수를 곱한 값이에요. 거듭제곱은 같은 수를 지수만큼 거듭 곱해요: ${ruleIn(a)}`,
  'operands-swapped': (a) =>
    `${josa(a.said, '은/는')} 순서를 바꾸어 계산한 값이에요. 순서가 중요해요: ${ruleIn(a)}`,
  'value-sign': (a) => `${josa(a.said, '은/는')} 크기는 맞지만 부호가 반대예요: ${ruleIn(a)}`,
  'operand-sign': (a) =>
    `${josa(a.said, '은/는')} ${a.consumer}의 부호를 바꾸었을 때 나오는 값이에요. 부호까지 그대로 넣어 보세요: ${ruleIn(a)}`,
  'operand-left-out': (a) =>
    `${josa(a.said, '은/는')} ${josa(a.consumer, '을/를')} 빠뜨린 값이에요: ${ruleIn(a)}`,
  'function-left-out': (a) =>
    `${josa(a.said, '은/는')} 함수에 들어가는 ${a.consumer}의 값이에요. 함수를 지나 나오는 값을 구해 보세요: ${ruleIn(a)}`,
  'other-value': (a) =>
    `${josa(a.said, '은/는')} ${a.consumer}의 값이에요. 물어본 것은 이것이에요: ${ruleIn(a)}`,
  'change-for-output': (a) =>
    `${josa(a.said, '은/는')} ${josa(a.output, '이/가')} 변한 양이에요. 원래 ${a.output} 값에 더하면 얼마가 되나요?`,
  'output-unmoved': (a) =>
    `${josa(a.said, '은/는')} 원래 ${a.output} 값이에요. ${a.name}의 변화는 ${a.output}까지 전해져요. 오른쪽으로 따라가 보세요.`,
  'local-change': (a) =>
    `${josa(a.said, '은/는')} ${josa(a.output, '을/를')} ${josa(a.consumer, '이/가')} 변한 만큼만 옮긴 값이에요. 그 변화는 ${a.consumer}에서 ${a.output}까지 가면서 어떻게 되나요?`,
  'step-for-change': (a) =>
    `${josa(a.said, '은/는')} ${josa(a.output, '을/를')} ${josa(a.name, '과/와')} 똑같이 ${a.step}만큼 옮긴 값이에요. 변화는 가는 길에 커지거나 작아질 수 있으니 한 단계씩 따라가 보세요.`,
  'upstream-change': (a) =>
    `${josa(a.said, '은/는')} ${josa(a.consumer, '이/가')} ${a.step}만큼 변할 때 나오는 값이에요. ${josa(a.name, '이/가')} ${a.step}만큼 변하면 ${josa(a.consumer, '은/는')} 실제로 얼마나 변하나요?`,
  'nudge-sign': (a) =>
    `${josa(a.said, '은/는')} 변한 양은 맞지만 방향이 반대예요. ${josa(a.output, '은/는')} 커지나요, 작아지나요?`,
  'decimal-place': (a) =>
    `${josa(a.said, '은/는')} 숫자는 맞지만 변한 양의 자릿수가 틀렸어요. ${a.step}만큼 올렸으니 소수점 아래 자릿수를 세어 보세요.`,
  'slope-for-output': (a) =>
    `${josa(a.said, '은/는')} 기울기예요. ${josa(a.name, '이/가')} 1만큼 변할 때 ${josa(a.output, '이/가')} 변하는 양이지요. ${a.step}만큼 변하면 ${josa(a.output, '은/는')} 얼마나 변해서 얼마가 되나요?`,
  'stopped-on-the-way': (a) =>
    a.consumer === a.name
      ? `${josa(a.said, '은/는')} 살짝 올린 ${a.name}의 값이에요. 그 값을 넣고 ${a.output}까지 계산해 보세요.`
      : `${josa(a.said, '은/는')} 바뀐 ${a.consumer}의 값이에요. 거기서 ${a.output}까지 더 가 보세요.`,
};

/** 목록에 쓸 짧은 말 */
export const inShort: Readonly<Record<MistakeId, string>> = {
  'one-branch': '여러 경로 가운데 하나를 빠뜨림',
  'local-only': '오른쪽에서 온 값 없이 국소 도함수만 씀',
  'upstream-only': '국소 도함수 없이 오른쪽에서 온 값만 씀',
  'factors-swapped': '곱셈에서 다른 쪽 인수 대신 자기 자신을 곱함',
  'change-not-rate': '변화율 대신 변화량을 씀',
  'link-skipped': '국소 도함수 하나를 빠뜨림',
  'branches-multiplied': '경로마다 전해지는 값을 더하지 않고 곱함',
  'branches-averaged': '경로마다 전해지는 값을 더하지 않고 평균 냄',
  'locals-summed': '국소 도함수만 더함',
  added: '곱해야 할 곳에서 더함',
  'nudged-output': '변화 대신 올린 뒤의 출력값을 씀',
  'own-value': '도함수 대신 값을 씀',
  'node-value': '도함수 대신 다른 노드의 값을 씀',
  sign: '부호',
  'target-minus-output': '출력 − 정답 대신 정답 − 출력을 씀',
  'upside-down': '도함수의 위아래가 뒤집힘',
  'product-of-derivatives': '두 인수의 도함수를 곱함',
  'wrong-point': '엉뚱한 점에서 미분함',
  'derivative-from-input': '활성화 함수의 도함수를 입력으로 만듦',
  'extra-activation': '활성화 함수의 입력을 한 번 더 곱함',
  'sum-halves': '덧셈에서 절반만 보냄',
  'wrong-route': 'max나 relu에서 엉뚱한 쪽으로 보냄',
  'power-rule': '거듭제곱의 미분',
  'quotient-rule': '나눗셈의 미분',
  divisor: 'm으로 나누기',
  'counted-twice': '두 번 셈',
  'other-variable': '다른 변수의 기울기',
  'large-step': '큰 걸음 한 번의 기울기',
  'whole-for-part': '한 경로가 아니라 전체 기울기를 씀',
  'chain-for-local': '국소 도함수 대신 출력까지의 도함수를 씀',
  'other-part': '다른 경로로 전해지는 값을 씀',
  misread: '계산 순서',
  'sum-for-product': '곱해야 할 곳에서 더함',
  'product-for-sum': '더해야 할 곳에서 곱함',
  'power-as-product': '거듭제곱 대신 지수를 곱함',
  'operands-swapped': '뺄셈, 나눗셈, 거듭제곱의 순서',
  'value-sign': '값의 부호',
  'operand-sign': '넣은 수의 부호',
  'operand-left-out': '수 하나를 빠뜨림',
  'function-left-out': '함수를 빠뜨림',
  'other-value': '다른 노드의 값을 씀',
  'change-for-output': '바뀐 값 대신 변한 양을 씀',
  'output-unmoved': '바뀐 값 대신 원래 값을 씀',
  'local-change': '변화를 출력까지 따라가지 않음',
  'step-for-change': '변한 양 대신 살짝 올린 크기를 씀',
  'upstream-change': '변화를 너무 오른쪽에서 시작함',
  'nudge-sign': '변화의 방향',
  'decimal-place': '변한 양의 자릿수',
  'slope-for-output': '바뀐 값 대신 기울기를 씀',
  'stopped-on-the-way': '출력에 닿기 전에 멈춤',
};

/** 무엇을 실수했는지, 갈래에서는 어느 경로에서인지 */
export function mistakeIn(a: SaidMistake): string {
  if (a.inPart === undefined) return mistakes[a.id](a);
  return a.inPart === 'each'
    ? `${josa(a.answer, '은/는')} 모든 경로에서 같은 실수를 했을 때 나오는 값이에요(${inShort[a.id]}). ${ruleIn(a)}`
    : `${a.answer} 가운데 ${josa(a.consumer, '을/를')} 거쳐 온 값만 틀려서 ${josa(a.said, '이/가')} 되었어요. ${mistakes[a.id](a)}`;
}

export const remedies: { readonly [K in Remedy]: (args: SaidMistake) => string } = {
  chain: (a) => `오른쪽에서 온 값에 국소 도함수를 곱하세요: ${ruleIn(a)}`,
  local: (a) => `국소 도함수를 다시 구해 보세요: ${ruleIn(a)}`,
  fork: (a) => `경로마다 전해지는 값을 한 번씩 구해 모두 더하세요: ${ruleIn(a)}`,
  rate: (a) =>
    `${josa(a.dvar, '은/는')} 어떤 값이나 변화량이 아니라 변화율이에요. ${josa(a.name, '이/가')} 1만큼 변할 때 ${josa(a.output, '이/가')} 얼마나 변하나요?`,
  rule: (a) => `식을 하나씩 다시 따라가 보세요: ${ruleIn(a)}`,
  value: (a) => `수를 하나씩 다시 넣어 보세요: ${ruleIn(a)}`,
  nudge: (a) => `${a.name}에서 오른쪽으로 따라가 보세요. ${a.output}까지 가는 동안 노드마다 얼마나 변하나요?`,
};
