import { startApp } from './app.ts';
import { byId } from './dom.ts';
import type { Lesson } from './lesson.ts';

const lesson = JSON.parse(byId('lesson').textContent) as Lesson;
startApp(lesson);
