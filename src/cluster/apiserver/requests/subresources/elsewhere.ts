import type { Pod } from '../../../../kubernetes/kinds/pod/pod';
import { resources } from '../../../../kubernetes/kinds/resources';
import { ApiError, badRequest } from '../../../../kubernetes/refusals';
import type { PartHandler, PartRequest } from './part';

/** Nobody runs containers here, so there is nothing to connect to. */
const refuse = (what: string): never => {
  throw new ApiError({
    code: 501,
    reason: 'NotImplemented',
    message: `${what}: the machines of this cluster are simulated, and no container runs on them`,
  });
};

/** @throws ApiError 400 for a container that the pod does not have. @see pkg/registry/core/pod validateContainer */
const checkContainer = ({ metadata: { name }, spec }: Pod, container: string | undefined): void => {
  const { containers, initContainers = [], ephemeralContainers = [] } = spec;
  const all = [...initContainers, ...containers, ...ephemeralContainers].map((each) => each.name);
  if (container && !all.includes(container))
    throw badRequest(`container ${container} is not valid for pod ${name}`);
  if (!container && containers.length !== 1)
    throw badRequest(`a container name must be specified for pod ${name}, choose one of: [${all.join(' ')}]`);
};

const podOf = ({ registry, namespace, name }: PartRequest): Pod =>
  registry.get(resources.pods, namespace, name);

const connection = (what: string): PartHandler => {
  const connect = (request: PartRequest): never => {
    const pod = podOf(request);
    checkContainer(pod, request.container);
    if (!pod.spec.nodeName) throw badRequest(`pod ${pod.metadata.name} does not have a host assigned`);
    return refuse(`cannot ${what} pod ${pod.metadata.name}`);
  };
  return { get: connect, create: connect };
};

/** What a container wrote. */
export const log: PartHandler = {
  get: (request) => {
    const pod = podOf(request);
    checkContainer(pod, request.container);
    return refuse(`cannot read the logs of pod ${pod.metadata.name}`);
  },
};

export const exec = connection('run a command in');
export const attach = connection('attach to');

export const portforward: PartHandler = {
  get: (request) => refuse(`cannot forward a port to pod ${podOf(request).metadata.name}`),
  create: (request) => refuse(`cannot forward a port to pod ${podOf(request).metadata.name}`),
};

const pass = ({ registry, kind, namespace, name }: PartRequest): never => {
  // A port or a scheme may stand in the name: `https:web:443`.
  const parts = name.split(':');
  registry.get(kind, namespace, (parts.length === 3 ? parts[1] : parts[0]) ?? '');
  return refuse(`cannot pass the request on to ${kind.singular} ${name}`);
};

/** The requests that the API server passes on, to a pod, a service or a node. */
export const proxy: PartHandler = { get: pass, create: pass, write: pass, delete: pass };
