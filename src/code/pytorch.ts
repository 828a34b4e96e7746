import { dvar } from '../chain.ts';
import { atom } from '../core/notation.ts';
import type { Trace } from '../core/trace.ts';
import type { Messages } from '../i18n/en.ts';
import { type Code, codeOf, type Named } from './code.ts';
import { type Expression, isPlain, operation } from './expression.ts';
import { fitted } from './layout.ts';
import { folded, helperNames, named, ofList, snakeCase } from './natives.ts';
import {
  attempt,
  attemptSource,
  defineInPython,
  definePython,
  pythonCall,
  pythonFile,
  pythonGroup,
  pythonIdentifiers,
  pythonSigns,
} from './pythonic.ts';
import type { Native, Source, Target } from './target.ts';

/** PyTorch's functions by the table's names, where they are the same. */
const SAME =
  'sqrt exp expm1 log log2 log10 log1p sin cos tan asin acos atan atan2 sinh cosh tanh asinh acosh atanh sigmoid relu erf lgamma digamma abs sign floor ceil';
/** Functions that Python's math has for plain numbers. */
const IN_MATH =
  'sqrt exp expm1 log log2 log10 log1p sin cos tan asin acos atan atan2 sinh cosh tanh asinh acosh atanh';
/** What takes plain numbers and tensors alike. */
const takesBoth = new Set([...pythonSigns.map(([op]) => op), 'sum', 'prod', 'attempt']);
const inMath = new Set(IN_MATH.split(' '));

/** Functions of PyTorch take tensors only, and every quantity of the forward pass is one. */
function prepare(expression: Expression, isValue: boolean): Expression {
  const isNumber = isPlain(expression);
  if (isNumber && isValue) return operation('tensor', [prepare(expression, false)]);
  if (expression.kind !== 'operation') return expression;
  const { op, operands } = expression;
  if (isNumber && inMath.has(op)) {
    return operation(
      `math.${op}`,
      operands.map((operand) => prepare(operand, false)),
    );
  }
  return operation(
    op,
    operands.map((operand, slot) =>
      prepare(operand, takesBoth.has(op) ? isValue && op === 'select' && slot > 0 : isPlain(operand)),
    ),
  );
}

/** Where Python chooses, what is not chosen is no part of PyTorch's graph. */
const CHOOSES = /\b(?:if|max|min)\b/u;

const autogradSource = `def autograd(output, variables):
    if not output.requires_grad:
        return [torch.zeros_like(x) for x in variables]
    found = torch.autograd.grad(output, variables, allow_unused=True)
    return [torch.zeros_like(x) if dx is None else dx for x, dx in zip(variables, found)]`;

const sources = new Map<string, Source>([
  ['attempt', attemptSource],
  ['tensor', { text: 'def tensor(x):\n    return torch.as_tensor(x, dtype=torch.float64)' }],
  [
    'gamma',
    {
      text: `def gamma(x):
    sign = 1 - 2 * (torch.floor(x) % 2) if x < 0 else 1
    return sign * torch.exp(torch.lgamma(x))`,
    },
  ],
]);

const target: Target = {
  comment: '#',
  identifiers: pythonIdentifiers('math torch reduce found autograd', helperNames(snakeCase, sources)),
  natives: new Map<string, Native>([
    ...pythonSigns,
    ...named('torch.', SAME),
    ...IN_MATH.split(' ').map((name) => [`math.${name}`, `math.${name}`] as const),
    ['fix', 'torch.trunc'],
    ['softplus', ([x]) => atom(`torch.logaddexp(${x?.text}, torch.zeros_like(${x?.text}))`)],
    ['gelu', 'torch.nn.functional.gelu'],
    ['swish', 'torch.nn.functional.silu'],
    ['max', 'max'],
    ['min', 'min'],
    ['hypot', folded('torch.hypot', ofList('reduce(torch.hypot, [', '])'))],
    ['sum', ofList('sum([', '])')],
    ['prod', ofList('math.prod([', '])')],
    ['attempt', attempt],
  ]),
  sources,
  constants: new Map([
    ['pi', 'math.pi'],
    ['PI', 'math.pi'],
    ['e', 'math.e'],
    ['E', 'math.e'],
    ['tau', 'math.tau'],
    ['NaN', 'math.nan'],
    ['Infinity', 'math.inf'],
  ]),
  defineConstant: defineInPython,
  defineFunction: definePython,
  helperName: snakeCase,
  wholeDiffers: new Set(['multiply', 'pow']),
  largestWhole: Number.MAX_SAFE_INTEGER,
  prepare,
  stops: 'plain',
  seed: (output) => `torch.ones_like(${output})`,
  zero: (output) => `torch.zeros_like(${output})`,
  shapesLikeOutput: true,
  keepsAsked: true,
  always: ['tensor'],
};

/** A PyTorch program: the backward pass by hand, and beside each gradient what autograd finds. */
export function toPytorch(trace: Trace, t: Messages): string {
  const code = codeOf(trace, target, t);
  const { inputs, forward, backward, output } = code;
  const hasBackward = backward.results.length > 0;
  const variables = differentiable(code);
  const rules = new Set(backward.lines.flatMap(({ label, hasRule }) => (hasRule ? [label] : [])));
  const mayBeUnused =
    forward.lines.some(({ formula }) => CHOOSES.test(formula)) ||
    code.helpers.some((helper) => CHOOSES.test(helper)) ||
    !variables.every(({ label }) => label === output.label || rules.has(dvar(label)));
  const autogradCall = fitted(
    [
      `found = ${mayBeUnused ? 'autograd' : 'torch.autograd.grad'}(${output.name}, `,
      { items: variables.map(({ name }) => name), brackets: ['[', ']'] },
      ')',
    ],
    '    ',
    '    ',
  );
  const main = [
    pythonGroup(
      t.code.inputs,
      inputs.map(({ name, value }) => `${name} = tensor(${value}).requires_grad_()`),
    ),
    [
      pythonCall('forward', forward),
      ...(hasBackward ? ['    with torch.no_grad():', pythonCall('backward', backward, '        ')] : []),
    ],
    variables.length === 0 ? [] : [`    # ${t.code.autograd}`, autogradCall],
    [`    print("${output.label} =", ${output.name}.item())`, ...printed(code, variables)],
  ];
  const helpers = mayBeUnused ? [...code.helpers, `# ${t.code.unused}\n${autogradSource}`] : code.helpers;
  return pythonFile({ ...code, helpers }, t, ['import torch'], main);
}

/** The variables whose gradients are asked for, as far as the code has them. */
function differentiable({ inputs, forward, backward }: Code): readonly Named[] {
  const known = new Map([...inputs, ...forward.lines].map((variable) => [dvar(variable.label), variable]));
  return backward.results.flatMap(({ label }) => {
    const variable = known.get(label);
    return variable && !variable.isCondition ? [variable] : [];
  });
}

function printed({ backward }: Code, variables: readonly Named[]): string[] {
  const places = new Map(variables.map(({ label }, i) => [dvar(label), i]));
  return backward.results.map(({ label, name }) => {
    const place = places.get(label);
    const beside = place === undefined ? '' : `, "  autograd:", float(found[${place}])`;
    return `    print("${label} =", float(${name})${beside})`;
  });
}
