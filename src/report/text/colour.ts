import { styleText } from 'node:util';

type Paint = (text: string) => string;

/** The few colours reports use, by meaning. */
export interface Colours {
  readonly good: Paint;
  readonly bad: Paint;
  readonly notice: Paint;
  readonly faint: Paint;
  readonly strong: Paint;
}

const painted: Colours = {
  good: (text) => styleText('green', text),
  bad: (text) => styleText('red', text),
  notice: (text) => styleText('yellow', text),
  faint: (text) => styleText('gray', text),
  strong: (text) => styleText('bold', text),
};

const same: Paint = (text) => text;

/** No colours at all: for pipes, files and readers who do not want them. */
export const plain: Colours = { good: same, bad: same, notice: same, faint: same, strong: same };

/** Colours for a terminal; none in a pipe, nor where NO_COLOR is set (https://no-color.org). */
export const coloursFor = (stream: { readonly isTTY?: boolean }, env: NodeJS.ProcessEnv): Colours =>
  stream.isTTY && !env.NO_COLOR ? painted : plain;
