import type { Step, Structure } from './structure.ts';

/** A branch: what must hold for it to be taken. */
export interface Branch {
  /** The branch it lies in. */
  readonly outer: Branch | undefined;
  readonly depth: number;
  /** Name of the quantity that decides, and whether it must be true or false. */
  readonly condition: string;
  readonly holds: boolean;
}

/** Where a quantity is needed. */
export interface Need {
  /** The innermost branch around all of its uses; none when there is no such branch. */
  readonly branch: Branch | undefined;
  /** False when it is needed in parts of that branch only, such as two branches of different conditions. */
  readonly isExact: boolean;
}

/** For every quantity that leads to the output, the branches it is needed in. Time grows with how deep they nest. */
export function needsOf({ steps }: Structure): ReadonlyMap<string, Need> {
  const needs = new Map<string, Need>();
  const stepNamed = new Map(steps.map((step) => [step.name, step]));
  const enter = branchMaker();
  for (const step of steps.toReversed()) {
    const own = needs.get(step.name) ?? { branch: undefined, isExact: true };
    for (const [slot, operand] of step.operands.entries()) {
      const holds = decidedBy(step, slot);
      const facts = holds === undefined ? [] : factsIn({ of: step.operands[0] as string, holds }, stepNamed);
      const need = { branch: facts.reduce(enter, own.branch), isExact: own.isExact };
      const others = needs.get(operand);
      needs.set(operand, others ? either(others, need) : need);
    }
  }
  return needs;
}

/** Makes branches, each once, so that the same branch is the same object. */
function branchMaker(): (outer: Branch | undefined, fact: Fact) => Branch {
  const known = new Map<Branch | undefined, Map<string, Branch>>();
  return (outer, { of, holds }) => {
    for (let around = outer; around; around = around.outer) {
      if (outer && around.condition === of && around.holds === holds) return outer;
    }
    const inner = known.get(outer) ?? new Map<string, Branch>();
    known.set(outer, inner);
    const key = `${holds} ${of}`;
    const branch = inner.get(key) ?? { outer, depth: (outer?.depth ?? 0) + 1, condition: of, holds };
    inner.set(key, branch);
    return branch;
  };
}

/** What the first operand must be for another one to be looked at; undefined when it always is. */
function decidedBy({ op }: Step, slot: number): boolean | undefined {
  if (op.arity === 'many' || !op.reads) return undefined;
  const [ifTrue, ifFalse] = [op.reads(slot, 1), op.reads(slot, 0)];
  return ifTrue === ifFalse ? undefined : ifTrue;
}

/** That a quantity is true, or that it is false. */
interface Fact {
  readonly of: string;
  readonly holds: boolean;
}

/** A condition that is made of more parts is one fact: to take all apart would take too long. */
const MOST_FACTS = 3;

/** What is known when a condition is: `a and b` is true when both are, `a or b` is false when both are. */
function factsIn(fact: Fact, stepNamed: ReadonlyMap<string, Step>): readonly Fact[] {
  let facts = [fact];
  for (let i = 0; i < facts.length;) {
    const { of, holds } = facts[i] as Fact;
    const step = stepNamed.get(of);
    const isTakenApart = step?.op.name === 'not' || step?.op.name === (holds ? 'and' : 'or');
    const parts = isTakenApart ? step.operands : [];
    if (parts.length === 0 || facts.length + parts.length - 1 > MOST_FACTS) i++;
    else {
      const known = step?.op.name === 'not' ? !holds : holds;
      facts = facts.toSpliced(i, 1, ...parts.map((part) => ({ of: part, holds: known })));
    }
  }
  return facts;
}

function either(a: Need, b: Need): Need {
  const common = commonBranch(a.branch, b.branch);
  if (a.branch === common && a.isExact) return a;
  if (b.branch === common && b.isExact) return b;
  const isWhole =
    a.isExact &&
    b.isExact &&
    a.branch?.outer === common &&
    b.branch?.outer === common &&
    a.branch?.condition === b.branch?.condition;
  return { branch: common, isExact: isWhole };
}

function commonBranch(a: Branch | undefined, b: Branch | undefined): Branch | undefined {
  let [one, other] = [a, b];
  while (one !== other) {
    if ((one?.depth ?? 0) >= (other?.depth ?? 0)) one = one?.outer;
    else other = other?.outer;
  }
  return one;
}
