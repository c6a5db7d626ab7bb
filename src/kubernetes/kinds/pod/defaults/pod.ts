import type { Draft } from '../../../fields/copies';
import { absent, change, fill, once } from '../../../fields/fill';
import { copyPodSpec } from '../copies';
import type { Container, Pod, PodSpec, PodTemplateSpec } from '../pod';
import {
  defaultContainers,
  defaultEphemeralContainers,
  defaultHostPorts,
  defaultRequests,
} from './containers';
import { defaultPodLevel } from './podLevel';
import { defaultVolumes } from './volumes';

const NO_CONTEXT = Object.freeze({});
const NO_CONTAINERS: PodSpec['containers'] = Object.freeze([]);
const NO_SPEC: PodSpec = Object.freeze({ containers: NO_CONTAINERS });

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
  spec.containers = defaultContainers(spec.containers);
  if (spec.initContainers) spec.initContainers = defaultContainers(spec.initContainers);
  if (spec.ephemeralContainers)
    spec.ephemeralContainers = defaultEphemeralContainers(spec.ephemeralContainers);
  if (spec.volumes) spec.volumes = defaultVolumes(spec.volumes);
};

const templateSpec = once((part: PodSpec): PodSpec => {
  const spec = { ...part };
  complete(spec);
  return spec;
});

/** A pod template with its defaults. */
export const defaultTemplate = once((template: PodTemplateSpec): PodTemplateSpec => {
  const whole = absent(template.metadata) ? { ...template, metadata: {} } : template;
  return change(absent(whole.spec) ? { ...whole, spec: NO_SPEC } : whole, 'spec', templateSpec);
});

/** Containers with the defaults that hold in pods, and not yet in templates. */
const inPod = (list: readonly Container[], hostNetwork: boolean | undefined): readonly Container[] => {
  const requesting = defaultRequests(list);
  return hostNetwork ? defaultHostPorts(requesting) : requesting;
};

/**
 * A fresh copy of a pod's spec, with its defaults. Beyond those of templates: service links, requests taken from
 * limits, what the pod asks for as a whole, and host ports on the host's network.
 */
const defaultPodSpec = (part: PodSpec): PodSpec => {
  const spec = copyPodSpec(part);
  complete(spec);
  spec.enableServiceLinks ??= true;
  spec.containers = inPod(spec.containers, spec.hostNetwork);
  if (spec.initContainers) spec.initContainers = inPod(spec.initContainers, spec.hostNetwork);
  if (spec.resources) spec.resources = defaultPodLevel(spec);
  return spec;
};

/** A pod with its defaults. Its spec is a fresh copy in any case. */
export const defaultPod = (pod: Pod): Pod => {
  const spec = defaultPodSpec(pod.spec ?? NO_SPEC);
  return absent(pod.status)
    ? { ...pod, spec }
    : { ...pod, spec, status: fill(pod.status, { phase: 'Pending' }) };
};
