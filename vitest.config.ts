import { defineConfig } from 'vitest/config';
import manifest from './package.json' with { type: 'json' };
import { page } from './scripts/page.js';

// Tests and the processes they start must not see the developer's own terminal, locale or clock zone.
for (const name of [
  'CI',
  'COLUMNS',
  'FORCE_COLOR',
  'LANGUAGE',
  'LC_MESSAGES',
  'LINES',
  'NODE_EXTRA_CA_CERTS',
  'NODE_OPTIONS',
  'NO_COLOR',
]) {
  delete process.env[name];
}

export default defineConfig({
  plugins: [page()],
  define: { __VERSION__: JSON.stringify(manifest.version) },
  test: {
    include: ['test/**/*.test.ts'],
    // Most tests wait for processes of their own: every processor has a worker.
    maxWorkers: '100%',
    setupFiles: ['test/support/seed.ts'],
    env: { LANG: 'C.UTF-8', LC_ALL: 'C.UTF-8', TERM: 'xterm-256color', TZ: 'UTC' },
    // A guard against what never ends, and no measure of speed: a busy machine may take its time.
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
