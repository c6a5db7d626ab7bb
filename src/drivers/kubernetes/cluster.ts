import type { Discovery } from '../../kubernetes/kinds/kinds';
import { resources } from '../../kubernetes/kinds/resources';
import type { KubeObject } from '../../kubernetes/object';
import type { ResourceType } from '../../kubernetes/resourceType';
import type { Capability } from '../../port/capabilities';
import type { Cluster } from '../../port/cluster';
import type { Settings } from '../../port/settings';
import type { Time } from '../../port/time';
import type { World } from '../../port/world';
import { ExampleApi, type Ground } from './api/api';
import { type Telling, tellingOf, untilSo } from './api/telling';
import { checkSettings, claimsOfServed } from './capabilities';
import { careful } from './careful';
import { type Before, isAboutFormer } from './former';
import { isOfKubernetes } from './groups';
import { playKubelets } from './kubelets/world';
import { leave, untilGone } from './leave';
import type { Lens } from './lens/lens';
import { makeLens } from './lens/makeLens';
import { suffixOf } from './lens/mark';
import { Record } from './record';
import { runLabels } from './safety/labels';
import type { Offer } from './served/offer';
import { beginServed } from './served/served';
import { concernsAll, keyOf, registryOf, type Session } from './session';
import { attended } from './settling/attended';
import { Ours } from './settling/ours';
import { realTime } from './time';
import type { Heard } from './watching/heard';
import { withWhatComesOfIt } from './watching/kinds';
import type { Watching } from './watching/watching';

/** What is different where a cluster has a world of its own, whose time can be told what to do. */
interface Stage {
  readonly world: World;
  readonly time: Time;
  readonly telling: Telling;
  readonly doubt: string | undefined;
  readonly capabilities: ReadonlySet<Capability>;
  readonly lacks?: Cluster['lacks'];
  attended?(): Promise<void>;
  confirm?(): Promise<void>;
  configure(settings: Partial<Settings>): Promise<void>;
  /** Nothing of the world moves any more. */
  stop(): Promise<void>;
  /** When all is gone that the example has made. */
  end(): Promise<void>;
}

/** What both kinds of stage are made of. */
interface Given {
  readonly session: Session;
  readonly lens: Lens;
  readonly record: Record;
}

const servedStage = async ({ session, lens, record }: Given, offer: Offer): Promise<Stage> => {
  const { connection, watching, target } = session;
  const served = await beginServed<Heard>({
    connection,
    offer,
    lens,
    labels: runLabels(target.run),
    hearing: watching,
    watched: () => session.watched,
    tell: (heard, at) => record.hear(heard, at),
    onSettings: () => session.refresh(),
  });
  record.begin(everything(session), served.time.now());
  return {
    ...served,
    // Nothing moves between two steps: what a write has made is all that there is to tell.
    telling: { ...tellingOf(watching, () => 0), listen: (resource) => session.watch(resource) },
    doubt: undefined,
    ...claimsOfServed(watching.all<KubeObject>(resources.nodes).filter((node) => lens.isForeign(node))),
    stop: async () => {},
    end: () => served.close(),
  };
};

const everything = ({ watched, watching }: Session): readonly KubeObject[] =>
  watched.flatMap((resource) => watching.all(resource));

/** An API server hears of a write a little later than who watches (ms), and the slower it is the later. */
const LATER = 100;
const LATER_IN_ANSWERS = 5;

const realStage = async (given: Given): Promise<Stage> => {
  const { session, lens, record } = given;
  const { connection, watching, target } = session;
  const now = (): number => connection.now();
  const claims = await session.claims();
  record.begin(everything(session), now());
  const unsubscribe = watching.subscribe((heard) => record.hear(heard, now()));
  // In shared mode the names of an example are its own: nobody remembers them.
  const isAlone = target.mode === 'exclusive';
  const stopFollowing = isAlone ? session.nodeNames.follow(watching, now) : () => {};
  const kubelets = playKubelets({ connection, watching, lens, labels: runLabels(target.run) });
  const view = new Ours({ connection, watching, lens, kubelets });
  const telling = tellingOf(watching, () => Math.max(LATER, LATER_IN_ANSWERS * connection.latency));
  const written: Telling['written'] = async (resource, object) => {
    await telling.written(resource, object);
    if (keyOf(resource) === keyOf(resources.namespaces)) await untilInhabitable(watching, object);
  };
  return {
    world: careful(
      isAlone ? session.nodeNames.awaited(kubelets.world, now) : kubelets.world,
      claims.noSilence,
    ),
    time: realTime(view, target),
    telling: { ...telling, written, listen: (resource) => session.watch(resource) },
    get doubt() {
      return kubelets.trouble;
    },
    capabilities: claims.capabilities,
    lacks: claims.lacks,
    attended: () => attended(view),
    confirm: async () => {
      await confirmAll(given);
      await attended(view);
    },
    configure: async (settings) => checkSettings(settings, claims),
    stop: async () => {
      stopFollowing();
      await kubelets.close();
    },
    end: async () => {
      unsubscribe();
      view.close();
    },
  };
};

/** So long (ms) a namespace is given to become what it is to be. */
const ACCOUNT_WITHIN = 5000;

/** What examples tell of, and what comes unasked. */
const TOLD_OF: readonly ResourceType[] = [
  resources.daemonsets,
  resources.pods,
  resources.controllerrevisions,
  resources.events,
];

/** Waits until all has been told of what there is where the example has something. */
const confirmAll = async ({ session: { watching }, lens }: Given): Promise<void> => {
  const isOurs = (object: KubeObject): boolean => !lens.isForeign(object);
  const spaces = new Set([
    ...watching
      .all(resources.namespaces)
      .filter(isOurs)
      .map(({ metadata }) => metadata.name),
    ...[resources.daemonsets, resources.pods].flatMap((resource) =>
      watching
        .all<KubeObject>(resource)
        .filter(isOurs)
        .map(({ metadata }) => metadata.namespace ?? ''),
    ),
  ]);
  await Promise.all([
    watching.confirm(resources.nodes),
    ...TOLD_OF.flatMap((resource) => [...spaces].map((space) => watching.confirm(resource, space))),
  ]);
};

/**
 * Waits until pods can be created in a namespace: the API server refuses them until their account is there.
 * @see k8s.io/kubernetes/plugin/pkg/admission/serviceaccount getServiceAccount
 */
const untilInhabitable = async (watching: Watching, { metadata }: KubeObject): Promise<void> => {
  const { serviceaccounts } = resources;
  if (metadata.deletionTimestamp !== undefined || !watching.watches(serviceaccounts)) return;
  const hasAccount = (): boolean => watching.get(serviceaccounts, metadata.name, 'default') !== undefined;
  // Where nobody makes accounts, pods do without.
  await untilSo(watching, hasAccount, `"${metadata.name}" has a service account`, ACCOUNT_WITHIN).catch(
    () => {},
  );
};

/** So long (ms) a sentence is given to come true. */
const LIMIT = 30_000;

/** The groups whose objects are as the cluster has them. */
const groupsOf = (kinds: readonly ResourceType[]): ReadonlySet<string> =>
  new Set(kinds.map(({ group }) => group).filter((group) => !isOfKubernetes(group)));

const beforeNow = (session: Session): Before => ({
  nodes: session.nodesSoFar(),
  events: session.watching.watches(resources.events)
    ? new Set(session.watching.all<KubeObject>(resources.events).map(({ metadata }) => metadata.uid))
    : new Set(),
});

/** A cluster that exists, for one example. */
export const createKubernetesCluster = async (session: Session): Promise<Cluster> => {
  const { connection, watching, target, offer, version } = session;
  if (target.mode === 'exclusive') await untilGone(watching, session.remains);
  // What a world of its own takes for now is not what the server's clock says.
  const begun = offer ? Number.NEGATIVE_INFINITY : connection.earliest();
  const lens: Lens = makeLens({
    suffix: suffixOf(target.run, session.nextNumber()),
    mode: target.mode,
    labels: runLabels(target.run),
    servedGroups: groupsOf(session.known),
    // Its settings can make it an OpenShift.
    standIns: offer === undefined,
    ownNodes: () => watching.all(resources.nodes).filter((node) => !lens.isForeign(node)).length,
    ...(target.mode === 'exclusive' ? { isFormer: isAboutFormer(beforeNow(session), begun) } : {}),
    foreignNamespaces: watching.all(resources.namespaces).map(({ metadata }) => metadata.name),
  });
  const record = new Record(lens);
  const given = { session, lens, record };
  const stage = await (offer ? servedStage(given, offer) : realStage(given));
  const ends = new Set<() => void>();
  let doubt: string | undefined;
  /** Kinds that the example has written, and what comes of them. */
  const touched = new Set<string>();
  const telling: Telling = {
    ...stage.telling,
    listen: (resource) => {
      for (const each of withWhatComesOfIt(resource)) touched.add(keyOf(each));
      return stage.telling.listen(resource);
    },
  };
  // What has become of kinds that it has nothing to do with is all the same to it.
  const stopDoubting = watching.onGap((why, resource) => {
    if (offer || concernsAll(resource) || touched.has(keyOf(resource))) doubt ??= why;
  });
  let seen: { readonly all: readonly ResourceType[]; readonly registry: Discovery } | undefined;
  const ground: Ground = {
    connection,
    watching,
    lens,
    // A world of its own has no others in it.
    isShared: target.mode === 'shared' && offer === undefined,
    telling,
    kinds: async (isNew = false) => {
      const all = await session.kinds(isNew);
      if (seen?.all !== all)
        seen = { all, registry: registryOf(all.flatMap((each) => lens.resourceIn(each) ?? [])) };
      return seen.registry;
    },
    keep: (end) => {
      const stop = (): void => {
        ends.delete(stop);
        end();
      };
      ends.add(stop);
      return stop;
    },
    doubt: (why) => {
      doubt ??= why;
    },
  };
  let closing: Promise<void> | undefined;
  const close = async (): Promise<void> => {
    for (const end of ends) end();
    stopDoubting();
    await stage.stop();
    const isOurs = (object: KubeObject): boolean => !lens.isForeign(object);
    try {
      session.remains = await leave({ connection, watching, watched: session.watched, isOurs });
      // The next example says so if it is in its way.
      await untilGone(watching, session.remains).catch(() => {});
    } finally {
      await stage.end();
    }
  };
  return {
    name: `${connection.server}, Kubernetes ${version.replace(/^v/, '')}`,
    capabilities: stage.capabilities,
    ...(stage.lacks ? { lacks: stage.lacks } : {}),
    ...(stage.attended ? { attended: stage.attended } : {}),
    api: new ExampleApi(ground),
    as: (user) => new ExampleApi(ground, user),
    world: stage.world,
    time: stage.time,
    timeline: record.timeline,
    ...(offer ? {} : { waits: { limit: Math.min(LIMIT, target.patience), hold: target.hold } }),
    get doubt() {
      return doubt ?? stage.doubt;
    },
    ...(stage.confirm ? { confirm: stage.confirm } : {}),
    configure: (settings) => stage.configure(settings),
    close: () => {
      closing ??= close();
      return closing;
    },
  };
};
