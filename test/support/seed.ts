/** Makes properties try the same cases on every run; with another seed they try others. */
import { configureGlobal } from 'fast-check';

configureGlobal({ seed: Number(process.env['PROPERTY_SEED'] ?? 1) });
