import { copyPodSpec } from '../copies';
import type { PodSpec } from '../objects';
import { defaultContainers, defaultHostPorts, defaultRequests } from './containers';
import { absent, change, fill, once, type Part } from './fill';
import { defaultVolumes } from './volumes';

const NO_CONTEXT = Object.freeze({});
const NO_CONTAINERS: readonly Part[] = Object.freeze([]);

/** Containers are no default; a list that is always there spares everybody a question until validation refuses it. */
const SPEC = {
  containers: NO_CONTAINERS,
  dnsPolicy: 'ClusterFirst',
  restartPolicy: 'Always',
  schedulerName: 'default-scheduler',
  terminationGracePeriodSeconds: 30,
  securityContext: NO_CONTEXT,
};

const CONTAINER_LISTS = ['containers', 'initContainers', 'ephemeralContainers'];

/** The old name of a service account and the new one say the same; the new one wins. */
const bothNames = (spec: Part): Part => {
  const name = spec.serviceAccountName || spec.serviceAccount;
  if (!name || (spec.serviceAccountName === name && spec.serviceAccount === name)) return spec;
  return { ...spec, serviceAccountName: name, serviceAccount: name };
};

const common = (part: Part): Part => {
  let spec = bothNames(fill(part, SPEC));
  for (const key of CONTAINER_LISTS) spec = change(spec, key, defaultContainers);
  return change(spec, 'volumes', defaultVolumes);
};

const templateSpec = once(common);

/** A pod template with its defaults. */
export const defaultTemplate = once((template: Part): Part => {
  const whole = absent(template.metadata) ? { ...template, metadata: {} } : template;
  return change(absent(whole.spec) ? { ...whole, spec: {} } : whole, 'spec', templateSpec);
});

/**
 * A fresh copy of a pod's spec, with its defaults. Beyond those of templates: service links, requests taken from
 * limits, and host ports on the host's network.
 */
export const defaultPodSpec = (part: Part): Part => {
  const spec = copyPodSpec(common(part) as unknown as PodSpec);
  spec.enableServiceLinks ??= true;
  spec.containers = inPod(spec.containers, spec.hostNetwork);
  if (spec.initContainers) spec.initContainers = inPod(spec.initContainers, spec.hostNetwork);
  return spec as unknown as Part;
};

/** Containers with the defaults that hold in pods, and not yet in templates. */
const inPod = (
  containers: PodSpec['containers'],
  hostNetwork: boolean | undefined,
): PodSpec['containers'] => {
  const requesting = defaultRequests(containers as readonly unknown[] as readonly Part[]);
  return (hostNetwork
    ? defaultHostPorts(requesting)
    : requesting) as readonly unknown[] as PodSpec['containers'];
};
