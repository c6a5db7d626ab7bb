import type { Attachment } from '@cucumber/messages';

/** How an example ended that says nothing of the cluster: it was left out, or nobody can tell. */
export interface Ending {
  readonly kind: 'skipped' | 'inconclusive';
  /** Of what is skipped: the capability that lacks, or `long-waits`. Of the other `inconclusive`. */
  readonly code: string;
  /** In a sentence. */
  readonly reason: string;
}

/** How such an ending is attached to the example. */
export const ENDING = 'application/x.rollcall.ending+json';

/** The ending that was attached, if there is one; of several the last. */
export const endingIn = (attachments: readonly Attachment[]): Ending | undefined => {
  const found = attachments.filter(({ mediaType }) => mediaType === ENDING).at(-1);
  return found && (JSON.parse(found.body) as Ending);
};
