import { absent, change, each, fill, once, type Part } from '../../../fields/fill';
import { pullPolicyOf } from './image';

const httpGet = (handler: Part): Part =>
  change(handler, 'httpGet', (action: Part) => fill(action, { path: '/', scheme: 'HTTP' }));

/** Zero counts as left out: these are plain numbers in the API's types. */
const PROBE = { timeoutSeconds: 1, periodSeconds: 10, successThreshold: 1, failureThreshold: 3 };

const probe = (part: Part): Part => {
  const asked = Object.fromEntries(Object.entries(PROBE).filter(([key]) => !part[key]));
  const timed = Object.keys(asked).length === 0 ? part : { ...part, ...asked };
  const grpc = change(timed, 'grpc', (action: Part) =>
    absent(action.service) ? { ...action, service: '' } : action,
  );
  return httpGet(grpc);
};

const port = (part: Part): Part => fill(part, { protocol: 'TCP' });

const env = (part: Part): Part =>
  change(part, 'valueFrom', (source: Part) => {
    const field = change(source, 'fieldRef', (ref: Part) => fill(ref, { apiVersion: 'v1' }));
    const resource = change(field, 'resourceFieldRef', (ref: Part) => fill(ref, { divisor: '0' }));
    return change(resource, 'fileKeyRef', (ref: Part) => fill(ref, { optional: false }));
  });

const container = once((part: Part): Part => {
  const image = typeof part.image === 'string' ? part.image : '';
  let result = fill(part, {
    resources: {},
    terminationMessagePath: '/dev/termination-log',
    terminationMessagePolicy: 'File',
    imagePullPolicy: pullPolicyOf(image),
  });
  result = change(result, 'ports', each(port));
  result = change(result, 'env', each(env));
  for (const key of ['livenessProbe', 'readinessProbe', 'startupProbe']) result = change(result, key, probe);
  return change(result, 'lifecycle', (lifecycle: Part) =>
    change(change(lifecycle, 'postStart', httpGet), 'preStop', httpGet),
  );
});

/** Containers with the defaults that hold in templates and pods alike. */
export const defaultContainers = once((containers: readonly Part[]): readonly Part[] =>
  each(container)(containers),
);

const requestsFromLimits = (resources: Part): Part => {
  const limits = resources.limits as Part | undefined;
  if (absent(limits) || Object.keys(limits).length === 0) return resources;
  const requests = (resources.requests ?? {}) as Part;
  const filled = fill(requests, limits);
  return filled === resources.requests ? resources : { ...resources, requests: filled };
};

/** In a pod, not yet in a template: who sets a limit and no request asks for the limit. */
export const defaultRequests = once((containers: readonly Part[]): readonly Part[] =>
  each((part: Part) => change(part, 'resources', requestsFromLimits))(containers),
);

const hostPort = (part: Part): Part =>
  part.hostPort || !part.containerPort ? part : { ...part, hostPort: part.containerPort };

/** In a pod on the host's network, not yet in a template: every port is a port of the host. */
export const defaultHostPorts = once((containers: readonly Part[]): readonly Part[] =>
  each((part: Part) => change(part, 'ports', each(hostPort)))(containers),
);
