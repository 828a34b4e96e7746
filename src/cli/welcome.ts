import { type Block, gap, prose, title } from '../document.ts';
import type { Messages } from '../i18n/en.ts';
import type { WelcomeWords } from '../i18n/welcome/en.ts';
import { welcomeWords } from '../i18n/welcome/index.ts';
import { nextLesson, type Progress, progressIn } from '../learner/progress.ts';
import { renderText } from '../render/text.ts';
import { heading, openSoundCourse, proseOf } from './course.ts';
import { sayNotKept } from './not-kept.ts';
import type { Output } from './output.ts';
import { ProgressFile } from './progress-file.ts';
import { Store } from './store.ts';

/** What someone sees who types `gradtutor` alone on a terminal: what to try first, and where they were. */
export function welcome(t: Messages, output: Output): void {
  const { out, style } = output;
  const words = welcomeWords[t.lang];
  const warn = sayNotKept(t, output);
  const hasQuiz = new Store('quiz', warn).latest() !== undefined;
  const begin = [
    ['gradtutor learn', words.learn],
    ['gradtutor run "3*(a+b*c)"', words.run],
    ['gradtutor quiz --level 3', words.quiz],
  ] as const;
  const blocks: Block[] = [
    title(words.hello(__VERSION__)),
    gap,
    prose(0, words.try),
    {
      kind: 'table',
      indent: 2,
      gap: 3,
      rows: begin.map(([command, text]) => [[{ role: 'code', text: command }], [text]]),
    },
    ...tellPlace(new ProgressFile(warn).load(), hasQuiz, words, t),
    gap,
    prose(0, { role: 'muted', text: words.more }),
  ];
  out(renderText(blocks, style));
}

/** Where a learner was who has been here before. */
function tellPlace(progress: Progress, hasQuiz: boolean, words: WelcomeWords, t: Messages): Block[] {
  const goOn = (said: string, command: string) =>
    prose(0, `${said} ${words.goOn} `, { role: 'code', text: command });
  const places: Block[] = [];
  if (progress.recent.length > 0) {
    const lessons = openSoundCourse(undefined, t);
    const id = nextLesson(
      progress,
      lessons.map((lesson) => lesson.id),
    );
    const lesson = lessons.find((candidate) => candidate.id === id);
    if (lesson) {
      const { lines = [], done = 0, total = 0 } = progressIn(progress, lesson.id) ?? {};
      const name = heading(lesson, proseOf(lesson, t));
      const said = lines.length > 0 ? words.leftLesson(name, done, total) : words.nextLesson(name);
      places.push(goOn(said, 'gradtutor learn'));
    }
  }
  if (hasQuiz) places.push(goOn(words.leftQuiz, 'gradtutor quiz --resume'));
  return places.length === 0 ? [] : [gap, ...places];
}
