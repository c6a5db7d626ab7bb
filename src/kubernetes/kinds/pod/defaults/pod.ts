import type { Draft } from '../../../fields/copies';
import { absent, change, once, type Part } from '../../../fields/fill';
import { copyPodSpec } from '../copies';
import type { PodSpec } from '../pod';
import { defaultContainers, defaultHostPorts, defaultRequests } from './containers';
import { defaultVolumes } from './volumes';

const NO_CONTEXT = Object.freeze({});
const NO_CONTAINERS: PodSpec['containers'] = Object.freeze([]);

/** Defaults of parts, which are written for parts of any kind, applied to a typed field. */
const filled = <T extends object | undefined>(list: T, by: (part: readonly Part[]) => readonly Part[]): T =>
  list && (by(list as unknown as readonly Part[]) as unknown as T);

/** Fills in, in a copy that nobody else has seen, what templates and pods have in common. */
const complete = (spec: Draft<PodSpec>): void => {
  // No default, but a list that is always there spares everybody a question until validation refuses it.
  spec.containers ??= NO_CONTAINERS;
  spec.dnsPolicy ||= 'ClusterFirst';
  spec.restartPolicy ||= 'Always';
  spec.schedulerName ||= 'default-scheduler';
  spec.terminationGracePeriodSeconds ??= 30;
  spec.securityContext ??= NO_CONTEXT;
  // The old name of a service account and the new one say the same; the new one wins.
  const account = spec.serviceAccountName || spec.serviceAccount;
  if (account) {
    spec.serviceAccountName = account;
    spec.serviceAccount = account;
  }
  spec.containers = filled(spec.containers, defaultContainers);
  if (spec.initContainers) spec.initContainers = filled(spec.initContainers, defaultContainers);
  if (spec.ephemeralContainers)
    spec.ephemeralContainers = filled(spec.ephemeralContainers, defaultContainers);
  if (spec.volumes) spec.volumes = filled(spec.volumes, defaultVolumes);
};

const templateSpec = once((part: Part): Part => {
  const spec = { ...part } as unknown as Draft<PodSpec>;
  complete(spec);
  return spec as unknown as Part;
});

/** A pod template with its defaults. */
export const defaultTemplate = once((template: Part): Part => {
  const whole = absent(template.metadata) ? { ...template, metadata: {} } : template;
  return change(absent(whole.spec) ? { ...whole, spec: {} } : whole, 'spec', templateSpec);
});

/** Containers with the defaults that hold in pods, and not yet in templates. */
const inPod = <T extends object | undefined>(list: T, hostNetwork: boolean | undefined): T => {
  const requesting = filled(list, defaultRequests);
  return hostNetwork ? filled(requesting, defaultHostPorts) : requesting;
};

/**
 * A fresh copy of a pod's spec, with its defaults. Beyond those of templates: service links, requests taken from
 * limits, and host ports on the host's network.
 */
export const defaultPodSpec = (part: Part): Part => {
  const spec = copyPodSpec(part as unknown as PodSpec);
  complete(spec);
  spec.enableServiceLinks ??= true;
  spec.containers = inPod(spec.containers, spec.hostNetwork);
  if (spec.initContainers) spec.initContainers = inPod(spec.initContainers, spec.hostNetwork);
  return spec as unknown as Part;
};
