import { badRequest } from '../../refusals';
import type { DaemonSet } from './daemonSet';

/**
 * The annotation that carries a daemon set's template generation. A manifest may bring one along; once the set is there,
 * only the API server changes it.
 * @see k8s.io/kubernetes/pkg/registry/apps/daemonset PrepareForCreate, PrepareForUpdate
 */
export const TEMPLATE_GENERATION = 'deprecated.daemonset.template.generation';

/** The template generation a set carries; 0 if it carries none. @throws ApiError 400 if it is no number */
export const templateGenerationOf = (set: DaemonSet): number => {
  const text = set.metadata.annotations?.[TEMPLATE_GENERATION];
  if (text === undefined) return 0;
  const isNumber = /^[+-]?\d+$/.test(text);
  if (!isNumber || Math.abs(Number(text)) >= 2 ** 63) {
    const why = isNumber ? 'value out of range' : 'invalid syntax';
    throw badRequest(
      `DaemonSet in version "v1" cannot be handled as a DaemonSet: strconv.ParseInt: parsing ${JSON.stringify(text)}: ${why}`,
    );
  }
  return Number(text);
};

/** The set with this template generation. */
export const withTemplateGeneration = (set: DaemonSet, generation: number): DaemonSet =>
  set.metadata.annotations?.[TEMPLATE_GENERATION] === String(generation)
    ? set
    : {
        ...set,
        metadata: {
          ...set.metadata,
          annotations: { ...set.metadata.annotations, [TEMPLATE_GENERATION]: String(generation) },
        },
      };
