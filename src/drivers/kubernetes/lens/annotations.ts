import type { Naming } from './naming';
import { labelSelectorOut } from './selectors';

/** Annotations that the cluster acts on, and that hold names. All others are texts. */
const NODE_NAMES: ReadonlySet<string> = new Set(['volume.kubernetes.io/selected-node']);
const STORAGE_CLASSES: ReadonlySet<string> = new Set(['volume.beta.kubernetes.io/storage-class']);
const INGRESS_CLASSES: ReadonlySet<string> = new Set(['kubernetes.io/ingress.class']);
const NODE_SELECTORS: ReadonlySet<string> = new Set([
  'openshift.io/node-selector',
  'scheduler.alpha.kubernetes.io/node-selector',
]);

/** The value of an annotation as the server knows it. */
export const annotationOut = (key: string, value: string, naming: Naming): string => {
  if (NODE_NAMES.has(key)) return naming.node(value);
  if (NODE_SELECTORS.has(key)) return labelSelectorOut(value, naming);
  if (STORAGE_CLASSES.has(key)) return naming.object({ kind: 'StorageClass' }, value);
  return INGRESS_CLASSES.has(key) ? naming.object({ kind: 'IngressClass' }, value) : value;
};
