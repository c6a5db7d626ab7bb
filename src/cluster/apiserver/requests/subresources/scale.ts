import type { LabelSelector } from '../../../../kubernetes/fields/labels';
import { formatSelector } from '../../../../kubernetes/fields/selectorText';
import { invalid as invalidField } from '../../../../kubernetes/fields/validation/causes';
import type { Kind } from '../../../../kubernetes/kinds/kind';
import { valueAt } from '../../../../kubernetes/kinds/selectable';
import type { KubeObject } from '../../../../kubernetes/object';
import { badRequest, internalError, invalid } from '../../../../kubernetes/refusals';
import type { ScalePaths } from '../../../../kubernetes/resourceType';
import { checkPreconditions, checkVersion } from '../../registry/preconditions';
import { refuseInvalid } from '../../registry/validity';
import { askedBy } from '../asking';
import type { PartHandler, PartRequest } from './part';

/** How many pods something has, and how many it should have, whatever it is. */
interface Scale extends KubeObject {
  readonly spec: { readonly replicas?: number };
  readonly status: { readonly replicas: number; readonly selector?: string };
}

const SCALE = { group: 'autoscaling', plural: 'scales', kind: 'Scale' };
const OF_WORKLOADS: ScalePaths = {
  specReplicasPath: '.spec.replicas',
  statusReplicasPath: '.status.replicas',
};

const pathsOf = ({ scale = OF_WORKLOADS }: Kind): ScalePaths => scale;

const numberAt = (object: object, path: string): number | undefined => {
  const value = valueAt(object, path);
  return typeof value === 'number' ? value : undefined;
};

/** The selector of a workload as text. That of a replication controller is a mere map of labels. */
const selectorOf = (object: object): string => {
  const selector = valueAt(object, '.spec.selector') as LabelSelector | undefined;
  if (!selector) return '';
  const isMap = !('matchLabels' in selector || 'matchExpressions' in selector);
  const text = formatSelector(isMap ? ({ matchLabels: selector } as LabelSelector) : selector);
  return text === '<none>' ? '' : text.replaceAll(', ', ',');
};

const scaleOf = (kind: Kind, object: KubeObject): Scale => {
  const { specReplicasPath, statusReplicasPath, labelSelectorPath } = pathsOf(kind);
  const { name, namespace, uid, resourceVersion, creationTimestamp } = object.metadata;
  const replicas = numberAt(object, specReplicasPath);
  const given = kind.scale ? labelSelectorPath && valueAt(object, labelSelectorPath) : selectorOf(object);
  return {
    apiVersion: 'autoscaling/v1',
    kind: 'Scale',
    metadata: { name, ...(namespace ? { namespace } : {}), uid, resourceVersion, creationTimestamp },
    spec: replicas ? { replicas } : {},
    status: {
      replicas: numberAt(object, statusReplicasPath) ?? 0,
      ...(given ? { selector: String(given) } : {}),
    },
  };
};

/** The object with a number at a path. */
const withNumber = <T extends object>(
  object: T,
  [first = '', ...rest]: readonly string[],
  number: number,
): T => {
  const field = object[first as keyof T] as object | undefined;
  return { ...object, [first]: rest.length === 0 ? number : withNumber(field ?? {}, rest, number) };
};

const rescaled = ({ kind, name }: PartRequest, object: KubeObject, scale: Scale): KubeObject => {
  const { replicas = 0 } = scale.spec ?? {};
  const { uid } = scale.metadata;
  if (!kind.scale && replicas < 0)
    throw invalid(SCALE, name, [
      invalidField('spec.replicas', replicas, 'must be greater than or equal to 0'),
    ]);
  checkPreconditions(kind, object, uid ? { uid } : {});
  checkVersion(kind, scale, object);
  return withNumber(object, pathsOf(kind).specReplicasPath.split('.').filter(Boolean), replicas);
};

/**
 * How many replicas there should be: the same object for every kind that can be scaled.
 * @see k8s.io/kubernetes/pkg/registry/apps/deployment/storage ScaleREST
 * @see k8s.io/apiextensions-apiserver/pkg/registry/customresource ScaleREST
 */
export const scale: PartHandler = {
  get: ({ registry, kind, namespace, name }) => {
    const object = registry.get(kind, namespace, name);
    const path = pathsOf(kind).specReplicasPath;
    if (kind.scale && numberAt(object, path) === undefined)
      throw internalError(`the spec replicas field "${path}" does not exist`);
    return scaleOf(kind, object);
  },
  write: (request, change) => {
    const { registry, caller, kind, namespace, name, options } = request;
    const written = registry.update(
      kind,
      namespace,
      name,
      (current) => {
        const before = scaleOf(kind, current);
        const next = change(before) as Scale;
        if (next === before) return current;
        const path = pathsOf(kind).specReplicasPath;
        if (kind.scale && next.spec?.replicas === undefined && numberAt(current, path) === undefined)
          throw badRequest(`the spec replicas field "${path}" cannot be empty`);
        return rescaled(request, current, next);
      },
      {
        ...askedBy(caller, options),
        validate: (next, current) => refuseInvalid(kind, name, kind.validateUpdate(next, current)),
      },
    );
    return scaleOf(kind, written);
  },
};
