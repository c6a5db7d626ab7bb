import type { DaemonSet } from '../../kubernetes/kinds/daemonset/daemonSet';
import type { Event } from '../../kubernetes/kinds/event/event';
import type { Lease } from '../../kubernetes/kinds/lease/lease';
import type { Namespace } from '../../kubernetes/kinds/namespace/namespace';
import type { Node } from '../../kubernetes/kinds/node/node';
import type { Pod } from '../../kubernetes/kinds/pod/pod';
import type { ResourceQuota } from '../../kubernetes/kinds/quota/resourceQuota';
import { type ResourceType, resources } from '../../kubernetes/kinds/resources';
import type { KubeObject } from '../../kubernetes/object';
import {
  describeAnything,
  describeDaemonSet,
  describeNamespace,
  describeNode,
  describePod,
  describeQuota,
  formatSelector,
} from '../../kubernetes/print';
import { ApiError } from '../../kubernetes/refusals';
import { findAll } from '../each';
import { fail, isNotFound, throwAll } from '../errors';
import { list, onOff, text } from '../flags';
import { allNamespaces } from '../parser';
import type { Session } from '../session';
import { findTargets, kindNamed, type Target } from '../targets';
import { defineVerb } from '../verb';

/** A side request of a description: what its user may not see, or what is not there, is left out. */
const ifAllowed = async <T>(request: Promise<T>, otherwise: T): Promise<T> => {
  try {
    return await request;
  } catch (error) {
    if (error instanceof ApiError) return otherwise;
    throw error;
  }
};

const eventsAbout = async (
  session: Session,
  { metadata, kind }: KubeObject,
  showEvents: boolean,
): Promise<readonly Event[] | undefined> => {
  if (!showEvents) return undefined;
  const events = await ifAllowed(
    session.api.list({
      resource: resources.events,
      namespace: metadata.namespace,
      fieldSelector: `involvedObject.name=${metadata.name}`,
    }),
    [],
  );
  return (events as readonly Event[]).filter(
    ({ involvedObject }) =>
      involvedObject.kind === kind && (kind === 'Node' || involvedObject.uid === metadata.uid),
  );
};

const podsOf = async (session: Session, set: DaemonSet): Promise<readonly Pod[]> => {
  const labelSelector = formatSelector(set.spec.selector);
  const query = { resource: resources.pods, namespace: set.metadata.namespace, labelSelector };
  return (await ifAllowed(session.api.list(query), [])) as readonly Pod[];
};

const nodeReport = async (session: Session, node: Node, showEvents: boolean): Promise<string> => {
  const { name } = node.metadata;
  const lease = { resource: resources.leases, namespace: 'kube-node-lease', name };
  const about = {
    pods: (await ifAllowed(
      session.api.list({ resource: resources.pods, fieldSelector: `spec.nodeName=${name}` }),
      [],
    )) as readonly Pod[],
    lease: (await ifAllowed<KubeObject | undefined>(session.api.get(lease), undefined)) as Lease | undefined,
    events: await eventsAbout(session, node, showEvents),
  };
  return describeNode(node, about, session.now());
};

const namespaceReport = async (session: Session, namespace: Namespace): Promise<string> => {
  const query = { resource: resources.resourcequotas, namespace: namespace.metadata.name };
  const quotas = await ifAllowed(session.api.list(query), []);
  return describeNamespace(namespace, quotas as readonly ResourceQuota[]);
};

const report = async (
  session: Session,
  { resource, object }: Target,
  showEvents: boolean,
): Promise<string> => {
  switch (resource) {
    case resources.pods:
      return describePod(object as Pod, await eventsAbout(session, object, showEvents), session.now());
    case resources.daemonsets: {
      const set = object as DaemonSet;
      return describeDaemonSet(
        set,
        await podsOf(session, set),
        await eventsAbout(session, set, showEvents),
        session.now(),
      );
    }
    case resources.nodes:
      return nodeReport(session, object as Node, showEvents);
    case resources.namespaces:
      return namespaceReport(session, object as Namespace);
    case resources.resourcequotas:
      return describeQuota(object as ResourceQuota);
    default:
      return describeAnything(object, await eventsAbout(session, object, showEvents), session.now());
  }
};

/** Objects whose names begin like that, for `describe TYPE PREFIX`. */
const matching = async (
  session: Session,
  resource: ResourceType,
  prefix: string,
): Promise<readonly Target[]> => {
  const { targets } = await findTargets(session, [resource.plural], { all: true });
  return targets.filter(({ object }) => object.metadata.name.startsWith(prefix));
};

const describeMatching = async (
  session: Session,
  words: readonly string[],
  showEvents: boolean,
): Promise<boolean> => {
  const [type, prefix, ...more] = words;
  if (type === undefined || prefix === undefined || more.length > 0 || words.join('').includes('/')) {
    return false;
  }
  const targets = await matching(session, kindNamed(type), prefix);
  for (const target of targets) session.print(await report(session, target, showEvents));
  return targets.length > 0;
};

/** `describe`: everything about an object and what happened to it. */
export const describe = defineVerb({
  name: 'describe',
  flags: { selector: text('l'), allNamespaces, filename: list('f'), showEvents: onOff(undefined, true) },
  async run(session, words, flags) {
    if (words.length === 0 && flags.filename.length === 0) {
      throw fail(
        'You must specify the type of resource to describe. Use "kubectl api-resources" for a complete list of ' +
          'supported resources.',
      );
    }
    const { targets, errors } = await findAll(session, words, { ...flags, all: true });
    if (targets.length === 0 && errors.length === 1 && isNotFound(errors[0])) {
      if (await describeMatching(session, words, flags.showEvents)) return;
    }
    const texts: string[] = [];
    for (const target of targets) texts.push(await report(session, target, flags.showEvents));
    session.write(texts.join('\n\n'));
    if (targets.length === 0 && errors.length === 0) {
      session.warn(
        flags.allNamespaces ? 'No resources found' : `No resources found in ${session.namespace} namespace.`,
      );
    }
    throwAll(errors);
  },
});
