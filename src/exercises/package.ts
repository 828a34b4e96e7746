import { strToU8, zipSync } from 'fflate';

/** The first moment that an archive can hold, on every clock: the same files make the same bytes. */
const NEVER = '1980-01-01T00:00:00';

/** Files, by their paths, as a zip archive. */
export const toZip = (files: ReadonlyMap<string, string | Uint8Array>): Uint8Array =>
  zipSync(
    Object.fromEntries(
      Array.from(files, ([path, content]) => [
        path,
        typeof content === 'string' ? strToU8(content) : content,
      ]),
    ),
    { mtime: NEVER },
  );
