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
 * A pod's spec with its defaults. Beyond those of templates: service links, requests taken from limits, and host
 * ports on the host's network.
 */
export const defaultPodSpec = (part: Part): Part => {
  let spec = common(part);
  if (absent(spec.enableServiceLinks)) spec = { ...spec, enableServiceLinks: true };
  for (const key of ['containers', 'initContainers']) {
    spec = change(spec, key, defaultRequests);
    if (spec.hostNetwork === true) spec = change(spec, key, defaultHostPorts);
  }
  return spec;
};
