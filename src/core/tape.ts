import { reachingOutput, type Structure, varying } from './graph.ts';
import { isBranching } from './kernels.ts';
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
  /** Of a graph without branches: 1 everywhere. */
  readonly needed: Uint8Array;
}

export function tapeOf(structure: Structure): Tape {
  const varies = varying(structure);
  return {
    reaches: reachingOutput(structure),
    varies,
    fixed: nodesWithout(varies),
    hasBranches: isAnyBranching(structure.opcodes),
    needed: uint8s(structure.size).fill(1),
  };
}

function isAnyBranching(opcodes: Uint8Array): boolean {
  for (let row = 0; row < opcodes.length; row++) if (isBranching[opcodes[row] as number]) return true;
  return false;
}

/** The nodes that a mark leaves out. */
function nodesWithout(marks: Uint8Array): Int32Array {
  let count = 0;
  for (let node = 0; node < marks.length; node++) if (!marks[node]) count++;
  const nodes = int32s(count);
  for (let node = 0, next = 0; next < count; node++) if (!marks[node]) nodes[next++] = node;
  return nodes;
}
