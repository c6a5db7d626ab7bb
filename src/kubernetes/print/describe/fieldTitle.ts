const ACRONYMS = new Set(['API', 'URL', 'UID', 'GUID']);

/** What a name is made of: an acronym with what it begins (`PDBs`), an acronym, a word, or the signs between them. */
const PARTS = /\p{Lu}{3,}\p{Ll}+|\p{Lu}+(?!\p{Ll})|\p{Lu}?\p{Ll}+|[^\p{Lu}\p{Ll}]+/gu;

const titled = (part: string): string => {
  const upper = part.toUpperCase();
  return ACRONYMS.has(upper) ? upper : part.charAt(0).toUpperCase() + part.slice(1);
};

/**
 * The title of a field: `creationTimestamp` becomes `Creation Timestamp`, `clusterIP` `Cluster IP`, `respectPDBs`
 * `Respect PDBs`. A name with more than letters and hyphens, such as a label's key, stays as it is.
 * @see k8s.io/kubectl/pkg/describe smartLabelFor
 */
export const fieldTitle = (name: string): string =>
  /[^\p{L}-]/u.test(name) ? name : (name.match(PARTS) ?? []).map(titled).join(' ');
