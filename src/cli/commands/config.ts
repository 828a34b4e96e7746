import process from 'node:process';
import type { Command } from 'commander';
import type { Messages } from '../../i18n/en.ts';
import type { SettingValue } from '../settings.ts';
import { addDisplayOptions, addExamples, type DisplayOptions, formatOption, outputFor } from './options.ts';

interface ConfigOptions extends DisplayOptions {
  readonly format: 'text' | 'json';
}

/** The options that were typed: others have their values from the settings. */
const givenTo = (command: Command): ReadonlyMap<string, SettingValue> =>
  new Map(
    // `config` has the options of its subcommands too, and takes them from behind their names.
    Object.entries(command.optsWithGlobals<Record<string, SettingValue>>()).filter(
      ([name]) => command.getOptionValueSourceWithGlobals(name) === 'cli',
    ),
  );

export function addConfig(program: Command, t: Messages): void {
  const config = program
    .command('config')
    .description(t.cli.config)
    .helpCommand(false)
    .enablePositionalOptions();
  config.addOption(formatOption(t));
  addExamples(addDisplayOptions(config, t), t.cli.configExamples).action(async (options: ConfigOptions) => {
    const { showConfig } = await import('../config.ts');
    process.exitCode = showConfig(givenTo(config), options.format, t, await outputFor(options));
  });
  const get = config.command('get').description(t.cli.configGet).argument('<setting>', t.cli.setting);
  addExamples(addDisplayOptions(get, t), t.cli.configGetExamples).action(
    async (name: string, options: DisplayOptions) => {
      const { getConfig } = await import('../config.ts');
      process.exitCode = getConfig(name, givenTo(get), t, await outputFor(options));
    },
  );
  const set = config.command('set').description(t.cli.configSet);
  set.argument('<setting>', t.cli.setting).argument('<value>', t.cli.settingValue);
  addExamples(addDisplayOptions(set, t), t.cli.configSetExamples).action(
    async (name: string, value: string, options: DisplayOptions) => {
      const { setConfig } = await import('../config.ts');
      process.exitCode = setConfig(name, value, t, await outputFor(options));
    },
  );
  const unset = config.command('unset').description(t.cli.configUnset).argument('<setting>', t.cli.setting);
  addExamples(addDisplayOptions(unset, t), t.cli.configUnsetExamples).action(
    async (name: string, options: DisplayOptions) => {
      const { unsetConfig } = await import('../config.ts');
      process.exitCode = unsetConfig(name, t, await outputFor(options));
    },
  );
  const path = config.command('path').description(t.cli.configPath);
  addExamples(addDisplayOptions(path, t), t.cli.configPathExamples).action(
    async (options: DisplayOptions) => {
      const { tellPath } = await import('../config.ts');
      process.exitCode = tellPath(await outputFor(options));
    },
  );
}
