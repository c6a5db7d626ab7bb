import type { Language } from '../language/language';
import { type Colours, coloursFor, plain } from './colour';
import { widthOf } from './wrap';

/** How a text is to be written. */
export interface Style {
  /** Columns to write in. */
  readonly width: number;
  readonly colours: Colours;
  readonly language: Language;
}

/** How to write to a stream: as wide as it is, and in colours if it is a terminal whose user wants them. */
export const styleFor = (
  stream: { readonly isTTY?: boolean; readonly columns?: number },
  env: { readonly NO_COLOR?: string },
  language: Language = 'en',
): Style => ({ width: widthOf(stream), colours: coloursFor(stream, env), language });

/** How to write where there are no colours: in files, in pages. */
export const plainly = (width: number, language: Language = 'en'): Style => ({
  width,
  colours: plain,
  language,
});
