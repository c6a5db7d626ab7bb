import { notSupported, required } from '../../../../kubernetes/fields/validation/causes';
import { resources } from '../../../../kubernetes/kinds/resources';
import type { KubeObject, Manifest } from '../../../../kubernetes/object';
import { ApiError, badRequest, conflict, type FieldCause } from '../../../../kubernetes/refusals';
import { decode } from '../../../../kubernetes/wire/schema/decode';
import type { WriteOptions } from '../../../../port/api';
import { BINDINGS, bound } from '../../registry/binding';
import { checkNamespace } from '../../registry/namespaceLifecycle';
import { checkPreconditions } from '../../registry/preconditions';
import type { Registry } from '../../registry/registry';
import { needAccess } from '../authorization/access';
import type { Caller } from '../caller';
import { done, type PartHandler, type PartRequest } from './part';

interface Target {
  readonly kind?: string;
  readonly name?: string;
}

const validate = ({ kind = '', name = '' }: Target): FieldCause[] => [
  ...(kind === '' || kind === 'Node' ? [] : [notSupported('target.kind', kind, ['Node', '<empty>'])]),
  ...(name === '' ? [required('target.name')] : []),
];

/** What is wrong with a binding is a fault of the server's own, as it takes it. */
const refuse = (causes: readonly FieldCause[]): void => {
  const sentences = causes.map(({ field, message }) => `${field}: ${message}`);
  if (sentences.length === 0) return;
  const message = sentences.length === 1 ? sentences.join() : `[${sentences.join(', ')}]`;
  throw new ApiError({ code: 500, reason: '', message });
};

/** Binds a pod to a node, as a scheduler does. @see k8s.io/kubernetes/pkg/registry/core/pod/storage BindingREST */
const bind = (
  {
    registry,
    namespace = '',
    name,
    options,
  }: Pick<PartRequest, 'registry' | 'namespace' | 'name' | 'options'>,
  sent: Manifest,
): void => {
  const { uid, resourceVersion, annotations, labels } = sent.metadata ?? {};
  const target = (sent.target ?? {}) as Target;
  const node = target.name ?? '';
  checkNamespace(registry.store, resources.pods, namespace, name);
  refuse(validate(target));
  const expected = { ...(uid ? { uid } : {}), ...(resourceVersion ? { resourceVersion } : {}) };
  registry.update(
    resources.pods,
    namespace,
    name,
    (current) => {
      checkPreconditions(resources.pods, current, expected);
      const found = registry.store.get(resources.nodes, undefined, node);
      const pod = bound(current, current.metadata.uid, node, found, registry.now);
      if (current.spec.schedulingGates?.length)
        throw conflict(BINDINGS, name, `pod ${name} has non-empty .spec.schedulingGates`);
      const { metadata } = pod;
      return {
        ...pod,
        metadata: {
          ...metadata,
          annotations: { ...metadata.annotations, ...annotations },
          labels: { ...metadata.labels, ...labels },
        },
      };
    },
    { subresource: 'status', dryRun: options.dryRun ?? false },
  );
};

/** A binding, sent to the pod it is about. */
export const binding: PartHandler = {
  create: (request, sent) => {
    if (request.name !== sent.metadata?.name)
      throw badRequest('name in URL does not match name in Binding object');
    bind(request, sent);
    return done;
  },
};

/** True for a binding that is sent to the collection of bindings, and not to its pod. */
export const isBinding = ({ apiVersion, kind }: Manifest): boolean =>
  apiVersion === 'v1' && kind === 'Binding';

/**
 * POST of a binding as such: the pod is the one of its name.
 * @throws ApiError
 * @see k8s.io/kubernetes/pkg/registry/core/pod/storage LegacyBindingREST
 */
export const postBinding = (
  registry: Registry,
  caller: Caller,
  body: Manifest,
  given: string | undefined,
  options: WriteOptions,
): KubeObject => {
  const namespace = given ?? body.metadata?.namespace ?? 'default';
  needAccess(registry.store, caller, 'create', { group: '', plural: 'bindings' }, { namespace });
  const sent = decode(body, options);
  bind({ registry, namespace, name: sent.metadata?.name ?? '', options }, sent);
  return done as object as KubeObject;
};
