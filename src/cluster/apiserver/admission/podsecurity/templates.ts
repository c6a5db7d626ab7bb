import type { PodSpec } from '../../../../kubernetes/kinds/pod/pod';
import type { KubeObject, StringMap } from '../../../../kubernetes/object';
import type { AdmissionContext, AdmissionPlugin } from '../plugin';
import { asksNothing, policyIn, verdict } from './verdict';

interface Template {
  readonly metadata?: { readonly annotations?: StringMap };
  readonly spec?: PodSpec;
}

/** An object that pods are made from, read loosely. */
interface Maker extends KubeObject {
  readonly template?: Template;
  readonly spec?: {
    readonly template?: Template;
    readonly jobTemplate?: { readonly spec?: { readonly template?: Template } };
  };
}

const templateOf = ({ kind, template, spec }: Maker): Template | undefined => {
  if (kind === 'PodTemplate') return template;
  return kind === 'CronJob' ? spec?.jobTemplate?.spec?.template : spec?.template;
};

/**
 * Warns of objects whose pods would break the standard that their namespace warns of. They are never refused: only
 * their pods are.
 * @see staging/src/k8s.io/pod-security-admission/admission/admission.go ValidatePodController
 */
export const warnOfTemplates = ({ store }: AdmissionContext): AdmissionPlugin<Maker> => ({
  kinds: [
    { apiVersion: 'v1', plural: 'replicationcontrollers' },
    { apiVersion: 'v1', plural: 'podtemplates' },
    { apiVersion: 'apps/v1', plural: 'daemonsets' },
    { apiVersion: 'apps/v1', plural: 'deployments' },
    { apiVersion: 'apps/v1', plural: 'replicasets' },
    { apiVersion: 'apps/v1', plural: 'statefulsets' },
    { apiVersion: 'batch/v1', plural: 'jobs' },
    { apiVersion: 'batch/v1', plural: 'cronjobs' },
  ],
  operations: ['create', 'update'],
  phase: 'last',
  admit(object, _name, { warn }) {
    if (!warn) return object;
    const policy = policyIn(store, object.metadata.namespace);
    const template = templateOf(object);
    if (asksNothing(policy.warn) || !template?.spec) return object;
    const subject = { spec: template.spec, annotations: template.metadata?.annotations ?? {} };
    const warning = verdict('would violate', policy.warn, subject);
    if (warning) warn(warning);
    return object;
  },
});
