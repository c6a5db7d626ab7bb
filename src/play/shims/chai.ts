/** What steps need of 'chai': an error that knows what was expected and what was there. */
export class AssertionError extends Error {
  readonly expected: unknown;
  readonly actual: unknown;
  readonly showDiff: boolean;

  constructor(
    message: string,
    props: { readonly expected?: unknown; readonly actual?: unknown; readonly showDiff?: boolean } = {},
  ) {
    super(message);
    this.name = 'AssertionError';
    this.expected = props.expected;
    this.actual = props.actual;
    this.showDiff = props.showDiff ?? false;
  }
}
