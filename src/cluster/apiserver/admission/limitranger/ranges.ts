import type { LimitRange } from '../../../../kubernetes/kinds/limitrange/limitRange';
import { resources } from '../../../../kubernetes/kinds/resources';
import { forbidden } from '../../../../kubernetes/refusals';
import type { ResourceType } from '../../../../kubernetes/resourceType';
import type { Store } from '../../registry/store';

/** The limit ranges of a namespace, by name. */
export const rangesIn = (store: Store, namespace: string | undefined): readonly LimitRange[] => {
  const found = store.all(resources.limitranges, namespace);
  return found.length < 2 ? found : [...found].sort((a, b) => (a.metadata.name < b.metadata.name ? -1 : 1));
};

/** All of it in one sentence, nothing twice. @throws ApiError if there is anything */
export const refuseAll = (resource: ResourceType, name: string, problems: readonly string[]): void => {
  const sentences = [...new Set(problems)];
  if (sentences.length === 0) return;
  throw forbidden(
    resource,
    name,
    sentences.length === 1 ? (sentences[0] ?? '') : `[${sentences.join(', ')}]`,
  );
};
