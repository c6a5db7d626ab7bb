/** Something wrong in a file a person wrote. */
export interface Problem {
  readonly file: string;
  /** From 1; left out where the whole file is meant. */
  readonly line?: number;
  /** A sentence. */
  readonly what: string;
  /** What to do about it, in a sentence. */
  readonly mend: string;
}

/** `features/a.feature:12: What is wrong. What to do.` */
export const problemText = ({ file, line, what, mend }: Problem): string =>
  `${line === undefined ? file : `${file}:${line}`}: ${what} ${mend}`;
