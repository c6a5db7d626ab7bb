/**
 * Verbs that rules about resources use.
 * @see k8s.io/kubectl/pkg/cmd/auth resourceVerbs
 */
export const resourceVerbs: ReadonlySet<string> = new Set([
  ...['get', 'list', 'watch', 'create', 'update', 'patch', 'delete', 'deletecollection'],
  ...['use', 'bind', 'impersonate', '*', 'approve', 'sign', 'escalate', 'attest'],
]);

/** Verbs that rules about other paths use. */
export const nonResourceVerbs: ReadonlySet<string> = new Set([
  ...['get', 'put', 'post', 'head', 'options', 'delete', 'patch', '*'],
]);
