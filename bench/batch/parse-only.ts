/** Reads the lines of standard input as a batch does, and parses each expression: no graph, no values, no output. */
import { linesOf, readBlocks } from '../../src/batch/lines.ts';
import { readRequest } from '../../src/batch/request.ts';
import { parseSource } from '../../src/core/parse.ts';
import { readSource } from '../../src/core/source.ts';

let count = 0;
for await (const block of readBlocks(process.stdin)) {
  for (const { text = '' } of linesOf(block)) {
    parseSource(readSource(readRequest(text, () => undefined).source));
    count++;
  }
}
console.log(count);
