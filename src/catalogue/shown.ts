import type { InLanguages } from '../language/language';
import type { Entry } from './entries';

/** An example that shows something, by where it stands. */
export interface ExampleName {
  /** Path of its feature: `features/what-it-is/every-node.feature`. */
  readonly feature: string;
  /** Its title, or that of its outline. */
  readonly title: string;
}

/** Something that is said, and the example that shows it. */
export interface Shown {
  readonly says: InLanguages;
  readonly example: ExampleName;
}

/** Reads the example that a part of a register names. Undefined if it names none, or half of one. */
export const readExample = (part: Entry, what: string): ExampleName | undefined => {
  const [feature, title] = [part.text('feature'), part.text('example')];
  if (feature !== undefined && title !== undefined) return { feature, title };
  if (feature !== title)
    part.say(`${what} names half an example. Write both: "feature", its path, and "example", its title.`);
  return undefined;
};
