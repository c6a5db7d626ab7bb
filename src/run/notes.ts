import type { Example } from './example';

/** How a note to the reader of a report is attached to a step: nothing is wrong, and yet it should be known. */
export const NOTE = 'text/x.rollcall.note+plain';

/** What whoever reads about an example should know, each thing once. */
export const notesOf = ({ steps }: Pick<Example, 'steps'>): readonly string[] => [
  ...new Set(
    steps.flatMap(({ attachments }) =>
      attachments.filter(({ mediaType }) => mediaType === NOTE).map(({ body }) => body),
    ),
  ),
];
