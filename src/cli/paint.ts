import { Chalk } from 'chalk';
import type { Role } from '../document.ts';

/** Whether there is colour is decided before this file is loaded. */
const chalk = new Chalk({ level: 1 });

/** Values go forward in blue, derivatives come back in red, as in the lecture. */
const paints: Readonly<Record<Role, (text: string) => string>> = {
  title: chalk.bold,
  forward: chalk.blueBright,
  backward: chalk.redBright,
  muted: chalk.dim,
  good: chalk.green,
  mark: chalk.bold,
  bad: chalk.yellow,
  code: chalk.cyan,
};

export const paint = (role: Role, text: string): string => paints[role](text);
