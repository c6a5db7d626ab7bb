import type { Event } from '../../kubernetes/kinds/event/event';
import { descriptionOf } from '../../kubernetes/kinds/printed';
import { resources } from '../../kubernetes/kinds/resources';
import type { KubeObject } from '../../kubernetes/object';
import type { Description, Several, Single } from '../../kubernetes/print/describe/description';
import { ApiError } from '../../kubernetes/refusals';
import type { ResourceType } from '../../kubernetes/resourceType';
import type { Api, Query } from '../../port/api';
import { findAll } from '../each';
import { fail, isNotFound, throwAll } from '../errors';
import { list, onOff, text } from '../flags';
import { allNamespaces } from '../parser';
import type { Session } from '../session';
import { findTargets, kindNamed, type Target } from '../targets';
import { defineVerb } from '../verb';

/** A side request of a description: what its user may not see, or what is not there, is left out. */
const ifAllowed = async <T>(request: Promise<T>): Promise<T | undefined> => {
  try {
    return await request;
  } catch (error) {
    if (error instanceof ApiError) return undefined;
    throw error;
  }
};

const listIfAllowed = async <T extends KubeObject>(api: Api, query: Query<T>): Promise<readonly T[]> =>
  (await ifAllowed(api.list(query)))?.items ?? [];

const eventsAbout = async (
  { api }: Session,
  { metadata, kind }: KubeObject,
  by: Description['eventsBy'],
): Promise<readonly Event[] | undefined> => {
  if (by === undefined) return undefined;
  const selected = {
    'involvedObject.kind': kind,
    'involvedObject.name': metadata.name,
    ...(by === 'uid' ? { 'involvedObject.uid': metadata.uid } : {}),
  };
  const fieldSelector = Object.entries(selected)
    .map(([field, value]) => `${field}=${value}`)
    .join(',');
  return listIfAllowed(api, { resource: resources.events, namespace: metadata.namespace, fieldSelector });
};

const fetchNeed = ({ api }: Session, need: Several | Single): Promise<unknown> =>
  'name' in need ? ifAllowed(api.get(need)) : listIfAllowed(api, need);

const report = async (
  session: Session,
  { resource, object }: Target,
  showEvents: boolean,
): Promise<string> => {
  const description = descriptionOf(resource);
  const found: Record<string, unknown> = {};
  for (const [what, need] of Object.entries(description.needs(object))) {
    found[what] = await fetchNeed(session, need);
  }
  const events = showEvents ? await eventsAbout(session, object, description.eventsBy) : undefined;
  return description.text(object, found, { events, now: session.now() });
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
  const targets = await matching(session, kindNamed(session.kinds, type), prefix);
  for (const target of targets) session.print(await report(session, target, showEvents));
  return targets.length > 0;
};

/** `describe`: everything about an object and what happened to it. */
export const describe = defineVerb({
  name: 'describe',
  reads: true,
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
