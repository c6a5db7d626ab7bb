/** What the table below a phrase may say, and what stands there: `cpu` → `cores, like 2 or 500m`. Empty for plain words. */
export type Vocabulary = Readonly<Record<string, string>>;

/** What a table below a phrase looks like. */
export interface Form {
  /** `rows`: a header with names, and rows below it. `settings`: in each row a name, and what it is set to. */
  readonly kind: 'rows' | 'settings';
  readonly takes: Vocabulary;
  /** Columns that must be there, and filled in. */
  readonly needs?: readonly string[];
  /** What is set by names that nobody can list. */
  readonly anyName?: boolean;
}
