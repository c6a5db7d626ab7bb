import type { Node } from '../../../kubernetes/kinds/node/node';
import { resources } from '../../../kubernetes/kinds/resources';
import type { StringMap } from '../../../kubernetes/object';
import type { Dress } from './outbox';

/** The label that names a run. */
const RUN = 'rollcall.dev/run';

/**
 * What everything carries that the kubelets of a run create: its labels. A node says, too, that it is no machine of a cloud:
 * what tends those leaves it alone.
 * @param labels the run's
 * @param nodeLabels of nodes, unless they have others of these
 */
export const dressFor =
  (labels: StringMap, nodeLabels: StringMap = {}): Dress =>
  (object, { plural }) => {
    const { metadata } = object;
    const isNode = plural === resources.nodes.plural;
    const own = { ...(isNode ? nodeLabels : {}), ...metadata.labels };
    const dressed = { ...object, metadata: { ...metadata, labels: { ...own, ...labels } } };
    if (!isNode) return dressed;
    const { spec } = object as Node;
    return {
      ...dressed,
      spec: { ...spec, providerID: `rollcall://${labels[RUN] ?? ''}/${metadata.name}` },
    } as Node;
  };
