import type { Kind } from './kind';

/** The rules that a schema and facts about a kind make, without what is the same for every kind. */
export type KindRules = Pick<
  Kind,
  | 'hasStatus'
  | 'countsGenerations'
  | 'selectableFields'
  | 'defaults'
  | 'prepareForCreate'
  | 'prepareForUpdate'
  | 'validateCreate'
  | 'validateUpdate'
  | 'validateStatusUpdate'
>;
