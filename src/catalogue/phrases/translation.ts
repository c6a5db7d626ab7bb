/** What a phrase of another language says in English. */
export interface Translation {
  /** The pattern of the English phrase. */
  readonly pattern: string;
  /** The values of a step, with what stands below it, as the English phrase takes them. */
  readonly values: (own: readonly unknown[]) => readonly unknown[];
}
