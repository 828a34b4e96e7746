/** Colours of the figure, by what they stand for. Text has a contrast of 4.5:1 or more on `box` and on `page`. */
export interface Palette {
  readonly page: string;
  readonly box: string;
  readonly border: string;
  readonly text: string;
  readonly muted: string;
  /** Values, on their way to the right, and the arrows they take. */
  readonly value: string;
  readonly forward: string;
  /** Derivatives, on their way to the left, and the arrows they take. */
  readonly dvar: string;
  readonly backward: string;
}

export const LIGHT: Palette = {
  page: '#ffffff',
  box: '#f7f9fc',
  border: '#aab6c6',
  text: '#18212f',
  muted: '#556378',
  value: '#1749c2',
  forward: '#4478e0',
  dvar: '#b3181f',
  backward: '#d9484c',
};

export const DARK: Palette = {
  page: '#10161f',
  box: '#1a2330',
  border: '#4d5d73',
  text: '#e6ecf4',
  muted: '#a3b0c2',
  value: '#8fb8ff',
  forward: '#5f93ec',
  dvar: '#ff9c9c',
  backward: '#e97575',
};

export const FONTS =
  'ui-sans-serif,system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans","Noto Sans KR","Apple SD Gothic Neo","Malgun Gothic",sans-serif';

/** Sizes of text in px. */
export const TEXT = { formula: 15, value: 18, dvar: 15, legend: 13 } as const;

const colours = (palette: Palette): string =>
  [
    `.gt-page{fill:${palette.page}}`,
    `.gt-box{fill:${palette.box};stroke:${palette.border}}`,
    `.gt-output .gt-box{stroke:${palette.text}}`,
    `.gt-formula,.gt-legend{fill:${palette.text}}`,
    `.gt-value{fill:${palette.value}}`,
    `.gt-dvar{fill:${palette.dvar}}`,
    `.gt-rule{stroke:${palette.border}}`,
    `.gt-forward{stroke:${palette.forward}}`,
    `.gt-forward .gt-head,.gt-count{fill:${palette.forward}}`,
    `.gt-backward{stroke:${palette.backward}}`,
    `.gt-backward .gt-head{fill:${palette.backward}}`,
    `.gt-skipped text{fill:${palette.muted}}`,
    `.gt-forward.gt-skipped{stroke:${palette.border}}`,
    `.gt-forward.gt-skipped .gt-head{fill:${palette.border}}`,
  ].join('');

/** Shapes and text, whatever the colours. */
const SHAPES = [
  `.gt-graph text{font-family:${FONTS};font-variant-numeric:tabular-nums;text-anchor:middle}`,
  `.gt-formula{font-size:${TEXT.formula}px}`,
  '.gt-name{font-weight:700}',
  `.gt-value{font-size:${TEXT.value}px;font-weight:600}`,
  `.gt-dvar{font-size:${TEXT.dvar}px;font-weight:600}`,
  `.gt-graph .gt-legend{font-size:${TEXT.legend}px;text-anchor:start}`,
  `.gt-count{font-size:${TEXT.legend}px;font-weight:700}`,
  '.gt-box{stroke-width:1.25}',
  '.gt-output .gt-box{stroke-width:2.5}',
  '.gt-rule{stroke-width:1;stroke-dasharray:1 3}',
  '.gt-bare .gt-rule,.gt-absent{display:none}',
  '.gt-forward,.gt-backward{fill:none;stroke-width:1.75}',
  '.gt-backward{stroke-dasharray:5 3}',
  '.gt-head{stroke:none}',
  '.gt-skipped .gt-box,.gt-forward.gt-skipped{stroke-dasharray:4 4}',
].join('');

/** The figure's rules in one palette: of colours, or of custom properties that a page sets. */
export const figureRules = (palette: Palette): string => SHAPES + colours(palette);

/** The rules of a figure that stands alone: light, or dark where the reader's system is. */
export const OWN_RULES = `${figureRules(LIGHT)}@media (prefers-color-scheme:dark){${colours(DARK)}}`;
