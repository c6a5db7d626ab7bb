import type { Kind } from '../../kubernetes/kinds/kind';
import type { KubeObject } from '../../kubernetes/object';

/** What definitions define is read by schemas of its own. */
const isCustom = ({ read }: Kind): boolean => read !== undefined;

/** Objects in the list of a kind of Kubernetes do not say their kind: the list does. */
const withoutKind = ({ apiVersion, kind, ...rest }: KubeObject): object => rest;

/** Objects of a kind, as lists are answered. */
export const listed = (resource: Kind, items: readonly KubeObject[], metadata: object): object => ({
  kind: `${resource.kind}List`,
  apiVersion: resource.apiVersion,
  metadata,
  items: isCustom(resource) ? items : items.map(withoutKind),
});
