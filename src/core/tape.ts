import { type Graph, reachingOutput, varying } from './graph.ts';
import { isBranching } from './kernels.ts';
import { int32s, uint8s } from './slab.ts';

/** What evaluation needs to know of a graph whatever the inputs are. */
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

const tapes = new WeakMap<Graph, Tape>();

/** Derived once a graph, which never changes. */
export function tapeOf(graph: Graph): Tape {
  const known = tapes.get(graph);
  if (known) return known;
  const varies = varying(graph);
  const tape = {
    reaches: reachingOutput(graph),
    varies,
    fixed: nodesWithout(varies),
    hasBranches: graph.opcodes.some((opcode) => isBranching[opcode] === 1),
    needed: uint8s(graph.size).fill(1),
  };
  tapes.set(graph, tape);
  return tape;
}

/** The nodes that a mark leaves out. */
function nodesWithout(marks: Uint8Array): Int32Array {
  let count = 0;
  for (let node = 0; node < marks.length; node++) if (!marks[node]) count++;
  const nodes = int32s(count);
  for (let node = 0, next = 0; next < count; node++) if (!marks[node]) nodes[next++] = node;
  return nodes;
}
