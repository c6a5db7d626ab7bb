import { absent, change, each, fill, once } from '../../../fields/fill';
import type {
  Container,
  ContainerPort,
  EnvVar,
  EphemeralContainer,
  Lifecycle,
  Probe,
  ResourceRequirements,
} from '../pod';
import { pullPolicyOf } from './image';

type HttpGet = NonNullable<Probe['httpGet']>;
type Handler = NonNullable<Lifecycle['preStop']>;

const request = (action: HttpGet): HttpGet => fill(action, { path: '/', scheme: 'HTTP' });

/** Zero counts as left out: these are plain numbers in the API's types. */
const PROBE = { timeoutSeconds: 1, periodSeconds: 10, successThreshold: 1, failureThreshold: 3 };
const PROBE_FIELDS = Object.keys(PROBE) as readonly (keyof typeof PROBE)[];

const probe = (part: Probe): Probe => {
  const lacking = PROBE_FIELDS.filter((key) => !part[key]);
  const timed =
    lacking.length === 0 ? part : { ...part, ...Object.fromEntries(lacking.map((key) => [key, PROBE[key]])) };
  const grpc = change(timed, 'grpc', (action) =>
    absent(action.service) ? { ...action, service: '' } : action,
  );
  return change(grpc, 'httpGet', request);
};

const port = (part: ContainerPort): ContainerPort => fill(part, { protocol: 'TCP' });

const env = (part: EnvVar): EnvVar =>
  change(part, 'valueFrom', (source) => {
    const field = change(source, 'fieldRef', (ref) => fill(ref, { apiVersion: 'v1' }));
    const resource = change(field, 'resourceFieldRef', (ref) => fill(ref, { divisor: '0' }));
    return change(resource, 'fileKeyRef', (ref) => fill(ref, { optional: false }));
  });

const handler = (part: Handler): Handler => change(part, 'httpGet', request);

/**
 * A signal to stop with is not taken by a server whose features are as they come.
 * @see pkg/api/pod/util.go dropContainerStopSignals
 */
const withoutStopSignal = (part: Container): Container => {
  const { stopSignal, ...hooks } = (part.lifecycle ?? {}) as Lifecycle & { readonly stopSignal?: string };
  if (stopSignal === undefined) return part;
  const { lifecycle: _, ...rest } = part;
  return Object.keys(hooks).length === 0 ? rest : { ...rest, lifecycle: hooks };
};

const container = once((part: Container): Container => {
  let result = fill(part, {
    resources: {},
    terminationMessagePath: '/dev/termination-log',
    terminationMessagePolicy: 'File',
    imagePullPolicy: pullPolicyOf(typeof part.image === 'string' ? part.image : ''),
  });
  result = change(result, 'ports', each(port));
  result = change(result, 'env', each(env));
  for (const key of ['livenessProbe', 'readinessProbe', 'startupProbe'] as const) {
    result = change(result, key, probe);
  }
  return change(withoutStopSignal(result), 'lifecycle', (lifecycle) =>
    change(change(lifecycle, 'postStart', handler), 'preStop', handler),
  );
});

/** Containers with the defaults that hold in templates and pods alike. */
export const defaultContainers = once((containers: readonly Container[]) => each(container)(containers));

/** Containers for a look inside a pod that runs, with the same defaults. */
export const defaultEphemeralContainers = once((containers: readonly EphemeralContainer[]) =>
  each(container as (part: EphemeralContainer) => EphemeralContainer)(containers),
);

const requestsFromLimits = (resources: ResourceRequirements): ResourceRequirements => {
  const { limits, requests = {} } = resources;
  if (absent(limits) || Object.keys(limits).length === 0) return resources;
  const filled = fill(requests, limits);
  return filled === resources.requests ? resources : { ...resources, requests: filled };
};

/** In a pod, not yet in a template: who sets a limit and no request asks for the limit. */
export const defaultRequests = once((containers: readonly Container[]) =>
  each((part: Container) => change(part, 'resources', requestsFromLimits))(containers),
);

const hostPort = (part: ContainerPort): ContainerPort =>
  part.hostPort || !part.containerPort ? part : { ...part, hostPort: part.containerPort };

/** In a pod on the host's network, not yet in a template: every port is a port of the host. */
export const defaultHostPorts = once((containers: readonly Container[]) =>
  each((part: Container) => change(part, 'ports', each(hostPort)))(containers),
);
