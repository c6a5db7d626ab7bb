import { deepEqual } from '../../../fields/equality';
import { forbidden, invalid, named } from '../../../fields/validation/causes';
import { validateMetadataUpdate } from '../../../fields/validation/metadata';
import type { StringMap } from '../../../object';
import type { FieldCause } from '../../../refusals';
import type { Container, Pod, PodSpec } from '../pod';
import { qualityOfService } from '../qos';
import { isMirrorPod } from './annotations';
import { validateWhole } from './pod';

type Containers = readonly Container[] | undefined;
type Resources = Container['resources'];

const LISTS = ['containers', 'initContainers'] as const;
const RESIZABLE = ['cpu', 'memory'];

const validateOrder = (next: Containers = [], current: Containers = [], list: string): FieldCause[] => {
  if (next.length !== current.length)
    return [forbidden(`spec.${list}`, `${list} may not be added or removed on resize`)];
  return current.flatMap(({ name }, index) =>
    next[index]?.name === name
      ? []
      : [forbidden(`spec.${list}[${index}].name`, `${list} may not be renamed or reordered on resize`)],
  );
};

const lacksSome = (next: StringMap = {}, current: StringMap = {}): boolean =>
  Object.keys(current).some((name) => !Object.hasOwn(next, name));

const validateKept = (next: Resources, current: Resources, field: string, what: string): FieldCause[] =>
  (['requests', 'limits'] as const).flatMap((list) =>
    lacksSome(next?.[list], current?.[list])
      ? [forbidden(`${field}.${list}`, `${what} ${list} cannot be removed`)]
      : [],
  );

const without = (amounts: StringMap = {}): StringMap =>
  Object.fromEntries(Object.entries(amounts).filter(([name]) => !RESIZABLE.includes(name)));

/** Resources but for what may change of them. */
const fixed = (resources: Resources): object => ({
  ...resources,
  requests: without(resources?.requests),
  limits: without(resources?.limits),
});

const differs = (next: Container | undefined, current: Container): boolean =>
  !deepEqual(
    { ...next, resources: fixed(next?.resources), resizePolicy: undefined },
    { ...current, resources: fixed(current.resources), resizePolicy: undefined },
  );

const validateLists = (next: PodSpec, current: PodSpec): FieldCause[] =>
  LISTS.flatMap((list) =>
    (current[list] ?? []).flatMap((container, index) => {
      const field = `spec.${list}[${index}]`;
      const changed = next[list]?.[index];
      const kept = validateKept(changed?.resources, container.resources, `${field}.resources`, 'resource');
      const why =
        list === 'containers'
          ? forbidden('spec', 'only cpu and memory resources are mutable')
          : forbidden(field, 'only cpu and memory resources for init or sidecar containers are mutable');
      return differs(changed, container) ? [...kept, why] : kept;
    }),
  );

/**
 * What may change when a pod is resized: how much processor and memory its containers ask for, and may use.
 * @see k8s.io/kubernetes/pkg/apis/core/validation ValidatePodResize
 */
export const validateResize = (next: Pod, current: Pod): FieldCause[] => {
  if (isMirrorPod(current)) return [forbidden('', 'static pods cannot be resized')];
  if (current.spec.os?.name === 'windows') return [forbidden('', 'windows pods cannot be resized')];
  const causes = [...validateMetadataUpdate(next.metadata, current.metadata), ...validateWhole(next)];
  if (qualityOfService(next.spec) !== qualityOfService(current.spec))
    causes.push(
      invalid('spec', named(next.status.qosClass), 'Pod QOS Class may not change as a result of resizing'),
    );
  const own = current.spec.resources;
  if (own && !next.spec.resources)
    causes.push(forbidden('spec.resources', 'pod-level resources cannot be removed'));
  else if (own)
    causes.push(...validateKept(next.spec.resources, own, 'spec.resources', 'pod-level resource'));
  const order = LISTS.flatMap((list) => validateOrder(next.spec[list], current.spec[list], list));
  return order.length > 0 ? [...causes, ...order] : [...causes, ...validateLists(next.spec, current.spec)];
};
