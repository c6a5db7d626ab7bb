/** The pages that there is one of. */
export const pages = {
  findings: 'findings',
  register: 'register',
  subjects: 'subjects',
  phrases: 'phrases',
  run: 'run',
  play: 'play',
} as const;

const taken = (id: string): boolean => Object.hasOwn(pages, id) || id === 'main' || /^[A-Z]\d\d$/.test(id);

/**
 * The address of a feature in the page: `features/rolling-update/budget.feature` → `rolling-update/budget`. One that would
 * be the address of something else begins with `./`.
 * @param uri path of the feature, relative to the working directory
 */
export const featureAddress = (uri: string): string => {
  const path = uri.replace(/^features\//, '').replace(/\.feature(\.md)?$/, '');
  return taken(path) ? `./${path}` : path;
};

/** The address of what stands at a line of a feature, a rule or an example: `rolling-update/budget:42` */
export const lineAddress = (uri: string, line: number): string => `${featureAddress(uri)}:${line}`;

/** The address of a question: `ask/why-did-my-pod-not-move` */
export const questionAddress = (id: string): string => `ask/${id}`;

/** The address of a phrase, by its place in the dictionary, from 1: `phrases/12` */
export const phraseAddress = (place: number): string => `${pages.phrases}/${place}`;

/** Where a link leads: an address as it may stand in `href`. */
export const linkTo = (address: string): string => `#${encodeURI(address)}`;

/** Editions in other languages lie in folders of their own, `features/ko/`. */
const EDITION = /^ko\//;

/**
 * The folder of a feature, which is its subject, the same in every edition: `features/ko/rolling-update/budget.feature` →
 * `rolling-update`; empty if it is in none.
 */
export const subjectOf = (uri: string): string => {
  const path = featureAddress(uri).replace(EDITION, '');
  return path.includes('/') && !path.startsWith('.') ? path.slice(0, path.indexOf('/')) : '';
};
