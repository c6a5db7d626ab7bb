/** API groups of Kubernetes itself, and of OpenShift: a name of one word, or below theirs. */
export const isOfKubernetes = (group: string): boolean =>
  !group.includes('.') || /[.](k8s[.]io|openshift[.]io)$/.test(group);
