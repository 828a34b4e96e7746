import type { Structure } from './graph.ts';
import { isBranching, isGuarded } from './kernels.ts';
import { int32s, uint8s } from './slab.ts';

/** What evaluation needs to know of a graph whatever the inputs are: derived once, as it is built. */
export interface Tape {
  /** 1 where the output can be reached. */
  readonly reaches: Uint8Array;
  /** 1 where the value depends on an input. */
  readonly varies: Uint8Array;
  /** Nodes whose value no input changes. */
  readonly fixed: Int32Array;
  /** Whether some operation looks at one branch only. */
  readonly hasBranches: boolean;
  /** Whether some operation can have a finite value though its operands lie outside its domain. */
  readonly isGuarded: boolean;
  /** Of a graph without branches: 1 everywhere. */
  readonly needed: Uint8Array;
}

export function tapeOf(structure: Structure): Tape {
  const { inputs, leaves, opcodes, operands, size, start } = structure;
  const varies = uint8s(size);
  for (let i = 0; i < inputs.length; i++) varies[inputs[i] as number] = 1;
  let varying = inputs.length;
  let hasBranches = false;
  let hasGuards = false;
  for (let row = 0; row < opcodes.length; row++) {
    if (isBranching[opcodes[row] as number]) hasBranches = true;
    if (isGuarded[opcodes[row] as number]) hasGuards = true;
    const end = start[row + 1] as number;
    for (let k = start[row] as number; k < end; k++) {
      if (!varies[operands[k] as number]) continue;
      varies[leaves + row] = 1;
      varying++;
      break;
    }
  }
  return {
    reaches: reachingOutput(structure),
    varies,
    fixed: nodesWithout(varies, size - varying),
    hasBranches,
    isGuarded: hasGuards,
    needed: uint8s(size).fill(1),
  };
}

function reachingOutput({ leaves, operands, output, size, start }: Structure): Uint8Array {
  const reaches = uint8s(size);
  reaches[output] = 1;
  for (let node = output; node >= leaves; node--) {
    if (!reaches[node]) continue;
    const end = start[node - leaves + 1] as number;
    for (let k = start[node - leaves] as number; k < end; k++) reaches[operands[k] as number] = 1;
  }
  return reaches;
}

/** The nodes that a mark leaves out. */
function nodesWithout(marks: Uint8Array, count: number): Int32Array {
  const nodes = int32s(count);
  for (let node = 0, next = 0; next < count; node++) if (!marks[node]) nodes[next++] = node;
  return nodes;
}
