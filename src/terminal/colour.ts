type Paint = (text: string) => string;

/** The few colours reports use, by meaning. */
export interface Colours {
  readonly good: Paint;
  readonly bad: Paint;
  readonly notice: Paint;
  readonly faint: Paint;
  readonly strong: Paint;
}

/** Select Graphic Rendition, ECMA-48: switches one attribute on, and off again after the text. */
const attribute =
  (on: number, off: number): Paint =>
  (text) =>
    `\u001b[${on}m${text}\u001b[${off}m`;

const painted: Colours = {
  good: attribute(32, 39),
  bad: attribute(31, 39),
  notice: attribute(33, 39),
  faint: attribute(90, 39),
  strong: attribute(1, 22),
};

const same: Paint = (text) => text;

/** No colours at all: for pipes, files and readers who do not want them. */
export const plain: Colours = { good: same, bad: same, notice: same, faint: same, strong: same };

/** Colours for a terminal; none in a pipe, nor where NO_COLOR is set (https://no-color.org). */
export const coloursFor = (
  stream: { readonly isTTY?: boolean },
  env: { readonly NO_COLOR?: string },
): Colours => (stream.isTTY && !env.NO_COLOR ? painted : plain);

/** The text as it looks without colours: what counts for its width. */
export const withoutColours = (text: string): string =>
  text
    .split('\u001b[')
    .map((part, index) => (index === 0 ? part : part.replace(/^\d+m/, '')))
    .join('');
