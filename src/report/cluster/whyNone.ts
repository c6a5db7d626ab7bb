import type { DaemonSet } from '../../kubernetes/kinds/daemonset/daemonSet';
import { type Objection, objections, placementOf } from '../../kubernetes/kinds/daemonset/eligibility';
import type { Event } from '../../kubernetes/kinds/event/event';
import { projectNodeSelector } from '../../kubernetes/kinds/namespace/nodeSelector';
import type { Node } from '../../kubernetes/kinds/node/node';
import { meetsSelector } from '../../kubernetes/kinds/pod/affinity';
import type { Pod } from '../../kubernetes/kinds/pod/pod';
import type { KubeObject, StringMap } from '../../kubernetes/object';
import { latestWarning } from './whyNotReady';

/** A daemon set with the namespace it is in, as far as there is one to be seen. */
export interface SetAndProject {
  readonly set: DaemonSet;
  readonly project: KubeObject | undefined;
}

/** Why a node has no pod of a daemon set, as far as node, template, project and events tell. */
export const whyNone = (owner: SetAndProject, node: Node, events: readonly Event[]): string =>
  reasonsAgainst(owner, node) ??
  latestWarning(events, owner.set.metadata.uid) ??
  'nothing on the node speaks against it';

/** All that keeps new pods of a daemon set away from a node, if anything does. */
export const reasonsAgainst = ({ set, project }: SetAndProject, node: Node): string | undefined => {
  const found = objections(node, placementOf(set, projectNodeSelector(project)));
  return found.length === 0 ? undefined : found.map(inWords).join('; ');
};

/**
 * Why a daemon pod can never run on the node it was made for, though the set wants one there: a project without a node
 * selector of its own gets the cluster's, and only pods are given that, as they are admitted.
 */
export const whyStranded = ({ set, project }: SetAndProject, pod: Pod, node: Node): string | undefined => {
  if (projectNodeSelector(project)) return undefined;
  const own = (set.spec.template.spec?.nodeSelector ?? {}) as StringMap;
  const all = Object.entries((pod.spec.nodeSelector ?? {}) as StringMap);
  const given = Object.fromEntries(all.filter(([key]) => own[key] === undefined));
  return meetsSelector(node, { nodeSelector: given })
    ? undefined
    : `the cluster's default selects ${labelsInWords(given)}`;
};

const inWords = (objection: Objection): string => {
  switch (objection.by) {
    case 'nodeName':
      return `it names the node ${objection.nodeName}`;
    case 'project':
      return `the project selects ${objection.selector}`;
    case 'nodeSelector':
      return `it wants ${labelsInWords(objection.selector)}`;
    case 'affinity':
      return 'its node affinity does not match';
    case 'taint': {
      const { key, value, effect } = objection.taint;
      return `it does not tolerate ${key}${value ? `=${value}` : ''}:${effect}`;
    }
  }
};

const labelsInWords = (labels: StringMap): string =>
  Object.entries(labels)
    .map(([key, value]) => `${key}=${value}`)
    .join(',');
