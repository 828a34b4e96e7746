/** The version in package.json, put in by the build. */
declare const __VERSION__: string;

/** What the build puts together for the page: `scripts/page.js`. */
declare module 'virtual:page' {
  /** The page's program: deflated, in base64. */
  export const program: string;
  /** The script that unpacks and runs it. */
  export const loader: string;
  /** Both scripts, as a Content-Security-Policy names them. */
  export const hashes: readonly string[];
  export const style: string;
}
