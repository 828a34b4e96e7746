/** Writes the tables of the last results once more, into results.md, the README and docs/: npm run bench:tables */
import { writeTables } from './report/store.js';

await writeTables();
