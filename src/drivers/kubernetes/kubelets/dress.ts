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
 */
export const dressFor =
  (labels: StringMap): Dress =>
  (object, { plural }) => {
    const { metadata } = object;
    const dressed = { ...object, metadata: { ...metadata, labels: { ...metadata.labels, ...labels } } };
    if (plural !== resources.nodes.plural) return dressed;
    const { spec } = object as Node;
    return {
      ...dressed,
      spec: { ...spec, providerID: `rollcall://${labels[RUN] ?? ''}/${metadata.name}` },
    } as Node;
  };
