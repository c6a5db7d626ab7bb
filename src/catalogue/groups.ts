import type { Claim } from './register';

/** Where claims come from, in the order reports show them. */
export interface ClaimGroup {
  /** First letter of the claims' numbers; undefined for all letters that no other group has. */
  readonly letter?: string;
  readonly title: string;
  /** What one claim of it is called, in the plural: "22 of 22 *claims of the chapter* proven". */
  readonly noun: string;
}

export const claimGroups: readonly ClaimGroup[] = [
  { letter: 'D', title: 'The chapter: "Using daemon sets"', noun: 'claims of the chapter' },
  { letter: 'K', title: 'Official conformance: what every Kubernetes must do', noun: 'conformance claims' },
  { letter: 'I', title: 'Known surprises: what people ran into', noun: 'known surprises' },
  { title: 'Your own claims', noun: 'claims of your own' },
];

export const belongsTo = (claim: Pick<Claim, 'id'>, group: ClaimGroup): boolean =>
  group === claimGroups.find(({ letter }) => letter === undefined || claim.id.startsWith(letter));
