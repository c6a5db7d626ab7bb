import type { JSX } from 'preact';

/** A word with a hyphen in it, which is a name more often than not, with what stands close to it: quotes, commas, particles. */
const HYPHENATED = /(\S*\w-\w\S*)/;

/** Longer ones may not fit into a narrow panel. */
const LONGEST = 28;

interface Props {
  readonly of: string;
  /** How many letters a name may have that is to stay whole. */
  readonly most?: number;
}

/** Text in which names such as `log-agent` stay on one line. What is copied and searched for is the text as it was. */
export const Whole = ({ of: text, most = LONGEST }: Props): JSX.Element => (
  <>
    {text
      .split(HYPHENATED)
      .map((part, at) => (at % 2 === 1 && part.length <= most ? <u key={at}>{part}</u> : part))}
  </>
);
