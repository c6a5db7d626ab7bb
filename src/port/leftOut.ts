/**
 * Something that a cluster can do, and is not going to: it would not be safe there. The example is left out. `message` says
 * why, in words that follow a colon; `code` is the word for it in reports.
 */
export class LeftOut extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}
