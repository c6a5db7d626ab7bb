export type TokenKind =
  | 'stream start'
  | 'stream end'
  | 'version directive'
  | 'tag directive'
  | 'document start'
  | 'document end'
  | 'block sequence start'
  | 'block mapping start'
  | 'block end'
  | 'flow sequence start'
  | 'flow sequence end'
  | 'flow mapping start'
  | 'flow mapping end'
  | 'block entry'
  | 'flow entry'
  | 'key'
  | 'value'
  | 'alias'
  | 'anchor'
  | 'tag'
  | 'scalar';

/** What the text of a document is made of. */
export interface Token {
  readonly kind: TokenKind;
  /** The line it begins on, from 0. */
  readonly line: number;
  /** The text of a scalar, the name of an anchor or alias, the handle of a tag, the version of YAML. */
  readonly value: string;
  /** What follows the handle of a tag, or replaces the one of a directive. */
  readonly suffix: string;
  /** Scalars: written without quotes, and not as a block. */
  readonly plain: boolean;
}

export const token = (kind: TokenKind, line: number, value = '', suffix = '', plain = false): Token => ({
  kind,
  line,
  value,
  suffix,
  plain,
});
