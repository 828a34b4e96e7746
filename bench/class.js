/**
 * A simulated class: learners with known mistakes go through the course and then through reviews.
 * node bench/class.js [learners = 200] [days of review = 30]
 */
import { runBundled } from './bundled.js';

await runBundled(new URL('class/index.ts', import.meta.url));
