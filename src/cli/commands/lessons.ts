import type { Command } from 'commander';
import type { Messages } from '../../i18n/en.ts';
import { addDisplayOptions, addExamples, type DisplayOptions, outputFor } from './options.ts';

export function addLessons(program: Command, t: Messages): void {
  const command = program.command('lessons').description(t.cli.lessons).helpCommand(false);
  addExamples(command, t.cli.lessonsExamples);
  const check = command.command('check').description(t.cli.check).argument('[folder]', t.cli.courseFolder);
  addExamples(addDisplayOptions(check, t), t.cli.lessonsCheckExamples).action(
    async (folder: string | undefined, options: DisplayOptions) => {
      const { checkCourse } = await import('../lessons.ts');
      process.exitCode = checkCourse(folder, t, await outputFor(options));
    },
  );
  const make = command.command('new').description(t.cli.newLesson).argument('<name>', t.cli.lessonName);
  addExamples(addDisplayOptions(make, t), t.cli.newExamples).action(
    async (name: string, options: DisplayOptions) => {
      const { newLesson } = await import('../lessons.ts');
      process.exitCode = newLesson(name, t, await outputFor(options));
    },
  );
}
