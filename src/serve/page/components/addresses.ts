/** The cluster whose page is at the root. */
const AT_ROOT = 'default';

/** Where the page of a cluster is. */
export const pageOf = (name: string): string => (name === AT_ROOT ? '/' : `/clusters/${name}/`);
