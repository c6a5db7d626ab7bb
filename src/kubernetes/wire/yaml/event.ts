export type EventKind =
  | 'stream end'
  | 'document start'
  | 'document end'
  | 'alias'
  | 'scalar'
  | 'sequence start'
  | 'sequence end'
  | 'mapping start'
  | 'mapping end';

/** A step through the tree of a document. */
export interface Event {
  readonly kind: EventKind;
  /** The name of an anchor, or of the one that an alias stands for. */
  readonly anchor: string | undefined;
  /** `tag:yaml.org,2002:int`; empty if none is written. */
  readonly tag: string;
  readonly value: string;
  /** The text of a scalar decides what it is. */
  readonly implicit: boolean;
}

export const event = (kind: EventKind, anchor?: string, tag = '', value = '', implicit = false): Event => ({
  kind,
  anchor,
  tag,
  value,
  implicit,
});

/** What is left out is null. */
export const EMPTY = event('scalar', undefined, '', '', true);
