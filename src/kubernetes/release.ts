/**
 * The Kubernetes release whose rules Rollcall follows, as its API server names it. What was published of it lies in
 * `wire/published/`, in a folder of the name of its minor version; `npm run api` makes from that what the program
 * loads.
 */
const GIT_VERSION = 'v1.36.2';

const [major = '', minor = ''] = GIT_VERSION.slice(1).split('.');

/** Which Kubernetes this is. */
export const KUBERNETES = {
  gitVersion: GIT_VERSION,
  major,
  minor,
  /** As people say it: `1.36`. */
  release: `${major}.${minor}`,
} as const;
