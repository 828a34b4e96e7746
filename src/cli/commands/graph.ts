import type { Command } from 'commander';
import type { Messages } from '../../i18n/en.ts';
import type { GraphOptions } from '../graph.ts';
import {
  addDeliveryOptions,
  addDisplayOptions,
  addExamples,
  addExpressionOptions,
  type DisplayOptions,
  outputFor,
} from './options.ts';

export function addGraph(program: Command, t: Messages): void {
  const command = program
    .command('graph')
    .description(t.cli.graph)
    .argument('<expression>', t.cli.expression);
  addExpressionOptions(command, t).option('--all', t.cli.all);
  addDeliveryOptions(command, t);
  addExamples(addDisplayOptions(command, t), t.cli.graphExamples).action(
    async (expression: string, options: GraphOptions & DisplayOptions) => {
      const { graph } = await import('../graph.ts');
      process.exitCode = await graph(expression, options, t, await outputFor(options));
    },
  );
}
