import { expect } from 'chai';
import { HISTORY } from '../../cluster/apiserver/registry/topic';
import { administrator } from '../../cluster/apiserver/requests/caller';
import { resources } from '../../kubernetes/kinds/resources';
import type { KubeObject, Manifest } from '../../kubernetes/object';
import { type Served, serve } from '../serve';
import { StoppedTime, WatchClient } from './watching.testkit';

const PLACE = '/api/v1/namespaces/default/configmaps';
/** The certificates of the cluster are none of our business here. */
const MINE = 'fieldSelector=metadata.name!%3Dkube-root-ca.crt,metadata.name!%3Dopenshift-service-ca.crt';
const WATCH_LIST = `watch=1&sendInitialEvents=true&resourceVersionMatch=NotOlderThan&allowWatchBookmarks=true&${MINE}`;
const MINUTE = 60_000;

describe('a watch over HTTP', () => {
  let served: Served;
  let time: StoppedTime;
  beforeEach(async () => {
    time = new StoppedTime();
    served = await serve({ watching: { timing: time, random: () => 0.5 } });
    settle();
  });
  afterEach(() => served.close());

  const revision = (): number => served.cluster.server.store.revision;
  const watch = (query: string, place = PLACE): Promise<WatchClient> =>
    WatchClient.open(`${served.url}${place}?${query}`);
  const create = (manifest: Manifest): KubeObject =>
    served.cluster.server.create(manifest, administrator, 'default');
  const note = (name: string): KubeObject =>
    create({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name } });
  const change = (name: string): void => {
    const patch = { data: { at: String(revision()) } };
    const request = { patch, type: 'merge' } as const;
    served.cluster.server.patch(resources.configmaps, 'default', name, request, administrator);
  };
  /** Lets the cluster have its turn, so that all that is there has been told. */
  const settle = (): void => {
    served.cluster.cluster.loop.runReady();
  };
  const refusal = async (query: string, place = PLACE): Promise<string> => {
    const client = await watch(query, place);
    return `${client.code} ${(JSON.parse(await client.body()) as { message: string }).message}`;
  };

  it('answers at once, though there is nothing to tell', async () => {
    const client = await watch(`watch=true&resourceVersion=${revision()}`);
    expect(client.code).to.equal(200);
    expect(client.response.headers).to.include({
      'content-type': 'application/json',
      'transfer-encoding': 'chunked',
    });
  });

  describe('begins', () => {
    it('with what there is, and says when that is all, as informers wish', async () => {
      for (const name of ['b', 'a']) note(name);
      const client = await watch(WATCH_LIST);
      expect(await client.hears(2)).to.deep.equal(['ADDED a', 'ADDED b']);
      const shown = String(revision());
      expect(await client.next()).to.deep.equal({
        type: 'BOOKMARK',
        object: {
          kind: 'ConfigMap',
          apiVersion: 'v1',
          metadata: { resourceVersion: shown, annotations: { 'k8s.io/initial-events-end': 'true' } },
        },
      });
      note('c');
      expect(await client.hears(1)).to.deep.equal(['ADDED c']);
    });

    it('with what there is if it does not say where, and says so to who takes bookmarks', async () => {
      note('a');
      for (const version of ['', '&resourceVersion=0']) {
        const client = await watch(`watch=true&allowWatchBookmarks=true&${MINE}${version}`);
        expect(await client.hears(2)).to.deep.equal(['ADDED a', 'BOOKMARK']);
        const plain = await watch(`watch=true&${MINE}${version}`);
        change('a');
        expect(await plain.hears(2)).to.deep.equal(['ADDED a', 'MODIFIED a']);
      }
    });

    it('with what there is by the old path, too, but says nothing of it', async () => {
      for (const name of ['a', 'b']) note(name);
      const client = await watch('allowWatchBookmarks=true', `/api/v1/watch/namespaces/default/configmaps/b`);
      change('a');
      change('b');
      expect(await client.hears(2)).to.deep.equal(['ADDED b', 'MODIFIED b']);
      expect(
        await refusal('fieldSelector=metadata.name%3Da', `/api/v1/watch/namespaces/default/configmaps/b`),
      ).to.equal("400 fieldSelector metadata.name doesn't match requested name");
    });

    it('after a version, or from now on', async () => {
      const { metadata } = note('a');
      note('b');
      const since = await watch(`watch=true&resourceVersion=${metadata.resourceVersion}`);
      expect(await since.hears(1)).to.deep.equal(['ADDED b']);
      const fromNow = await watch('watch=true&sendInitialEvents=false&resourceVersionMatch=NotOlderThan');
      note('c');
      expect(await fromNow.hears(1)).to.deep.equal(['ADDED c']);
    });

    it('only with an object where the query of that object says `watch`: it gets it, and that is all', async () => {
      note('a');
      const client = await watch('watch=true', `${PLACE}/a`);
      expect(JSON.parse(await client.body())).to.deep.include({ kind: 'ConfigMap' });
    });
  });

  describe('that cannot begin', () => {
    it('from so long ago says so in the stream, and is over', async () => {
      const { metadata } = note('a');
      for (let count = 0; count < 2 * HISTORY; count++) change('a');
      const client = await watch(`watch=true&resourceVersion=${metadata.resourceVersion}`);
      const event = await client.next();
      expect(client.code).to.equal(200);
      expect(event?.type).to.equal('ERROR');
      expect(event?.object).to.deep.include({ kind: 'Status', code: 410, reason: 'Expired' });
      expect(event?.object.message).to.match(/^too old resource version: \d+ \(\d+\)$/);
      expect(await client.rest()).to.deep.equal([]);
    });

    it('with a version to come is kept waiting for three seconds, and then told so in the stream', async () => {
      const next = revision() + 1_000_000;
      const asked = watch(`${WATCH_LIST}&resourceVersion=${next}`);
      await untilPending(time);
      time.pass(3_000);
      const client = await asked;
      const event = await client.next();
      expect([event?.type, event?.object.code, event?.object.message]).to.deep.equal([
        'ERROR',
        504,
        `Timeout: Too large resource version: ${next}, current: ${revision()}`,
      ]);
    });

    it('with a version to come begins as soon as it has come', async () => {
      const asked = watch(`${WATCH_LIST}&resourceVersion=${revision() + 1}`);
      await untilPending(time);
      note('a');
      expect(await (await asked).hears(2)).to.deep.equal(['ADDED a', 'BOOKMARK']);
    });

    it('because of what does not go together is refused', async () => {
      const words = 'ListOptions.meta.k8s.io "" is invalid:';
      expect(await refusal('watch=true&sendInitialEvents=true')).to.equal(
        `422 ${words} resourceVersionMatch: Forbidden: sendInitialEvents requires setting resourceVersionMatch to NotOlderThan`,
      );
      expect(await refusal('watch=true&resourceVersionMatch=Exact&resourceVersion=5')).to.equal(
        `422 ${words} [resourceVersionMatch: Forbidden: resourceVersionMatch is forbidden for watch unless sendInitialEvents is provided, resourceVersionMatch: Unsupported value: "Exact": supported values: "NotOlderThan"]`,
      );
      expect(
        await refusal(WATCH_LIST.replace('watch=1', 'resourceVersion=0'), '/api/v1/watch/configmaps'),
      ).to.equal(`422 ${words} sendInitialEvents: Forbidden: sendInitialEvents is forbidden for list`);
    });

    it('because it is to be in YAML is refused', async () => {
      const response = await fetch(`${served.url}${PLACE}?watch=true`, {
        headers: { accept: 'application/yaml' },
      });
      expect(response.status).to.equal(406);
      expect(await response.text()).to.match(/media types are accepted: application\/json;stream=watch,/);
    });

    it('because of what cannot be read is refused', async () => {
      expect(await refusal('watch=true&timeoutSeconds=x')).to.equal(
        '400 strconv.ParseInt: parsing "x": invalid syntax',
      );
      expect(await refusal('watch=true&resourceVersion=x')).to.equal(
        '500 resourceVersion: Invalid value: "x": strconv.ParseUint: parsing "x": invalid syntax',
      );
      expect(await refusal('watch=true&labelSelector=%3D')).to.match(/^400 /);
    });
  });

  describe('from a version that is still to come', () => {
    it('is silent until then, bookmarks included', async () => {
      const version = revision() + 2;
      const client = await watch(`watch=true&allowWatchBookmarks=true&resourceVersion=${version}`);
      note('a');
      settle();
      time.pass(4_999);
      for (const name of ['b', 'c']) note(name);
      expect(await client.hears(1)).to.deep.equal(['ADDED c']);
    });
  });

  describe('from a version that never comes', () => {
    it('is told after five seconds that it knows nothing of this cluster', async () => {
      const client = await watch(`watch=true&resourceVersion=${revision() + 1000}`);
      time.pass(5_000);
      const event = await client.next();
      expect([event?.type, event?.object.reason]).to.deep.equal(['ERROR', 'Expired']);
      expect(await client.rest()).to.deep.equal([]);
    });
  });

  describe('says how far it has got', () => {
    const bookmarksOf = (heard: readonly string[]): number =>
      heard.filter((each) => each === 'BOOKMARK').length;

    it('every minute, and two seconds before it ends', async () => {
      const client = await watch(
        `watch=true&allowWatchBookmarks=true&timeoutSeconds=150&fieldSelector=metadata.name%3Dnone&resourceVersion=${revision()}`,
      );
      note('a');
      settle();
      const told: number[] = [];
      for (let second = 1; second <= 150; second++) {
        const before = client.response.socket.bytesRead;
        time.pass(1_000);
        if (second === 60 || second === 120 || second === 148) {
          const event = await client.next();
          expect(event?.object.metadata).to.deep.equal({ resourceVersion: String(revision()) });
          told.push(second);
        } else expect(client.response.socket.bytesRead).to.equal(before);
      }
      expect([told, await client.rest()]).to.deep.equal([[60, 120, 148], []]);
    });

    it('unless it did not ask for that, has got nowhere, or is of events', async () => {
      const from = `timeoutSeconds=90&resourceVersion=${revision()}`;
      const still = await watch(`watch=true&allowWatchBookmarks=true&${from}`);
      time.pass(MINUTE);
      note('a');
      expect(await still.hears(1)).to.deep.equal(['ADDED a']);
      const plain = await watch(`watch=true&${from}`);
      const events = await watch(`watch=true&allowWatchBookmarks=true&${from}`, '/api/v1/events');
      settle();
      time.pass(2 * MINUTE);
      expect(bookmarksOf(await plain.rest())).to.equal(0);
      expect(bookmarksOf(await events.rest())).to.equal(0);
      expect(bookmarksOf(await still.rest())).to.equal(1);
    });
  });

  describe('is over', () => {
    it('after as long as it asked for, or else after half an hour to an hour', async () => {
      const short = await watch(`watch=true&timeoutSeconds=5&resourceVersion=${revision()}`);
      const long = await watch(`watch=true&resourceVersion=${revision()}`);
      const none = await watch(`watch=true&timeoutSeconds=-1&resourceVersion=${revision()}`);
      time.pass(0);
      expect(await none.rest()).to.deep.equal([]);
      time.pass(4_999);
      expect(served.cluster.watching.size).to.equal(2);
      time.pass(1);
      expect(await short.rest()).to.deep.equal([]);
      time.pass(45 * MINUTE - 5_001);
      expect(served.cluster.watching.size).to.equal(1);
      time.pass(1);
      expect(await long.rest()).to.deep.equal([]);
      expect([served.cluster.watching.size, time.pending]).to.deep.equal([0, 0]);
    });

    it('when its kind is served no longer, after what was written before', async () => {
      const { apiVersion, kind, metadata, spec } = WIDGETS;
      create({ apiVersion, kind, metadata, spec });
      settle();
      create({ apiVersion: 'rollcall.dev/v1', kind: 'Widget', metadata: { name: 'a' } });
      const client = await watch('watch=true', '/apis/rollcall.dev/v1/widgets');
      served.cluster.server.delete(
        served.cluster.kinds.named('crd') ?? resources.configmaps,
        undefined,
        metadata.name,
        {},
        administrator,
      );
      expect(await client.rest()).to.deep.equal(['ADDED a', 'DELETED a']);
      expect((await watch('watch=true', '/apis/rollcall.dev/v1/widgets')).code).to.equal(404);
    });

    it('when the server stops, in good order', async () => {
      const client = await watch(`watch=true&resourceVersion=${revision()}`);
      await served.close();
      expect(await client.rest()).to.deep.equal([]);
      expect(client.response.complete).to.equal(true);
    });
  });
});

const WIDGETS = {
  apiVersion: 'apiextensions.k8s.io/v1',
  kind: 'CustomResourceDefinition',
  metadata: { name: 'widgets.rollcall.dev' },
  spec: {
    group: 'rollcall.dev',
    names: { plural: 'widgets', kind: 'Widget' },
    scope: 'Namespaced',
    versions: [{ name: 'v1', served: true, storage: true, schema: { openAPIV3Schema: { type: 'object' } } }],
  },
};

/** Until somebody waits for time to pass. */
const untilPending = async (time: StoppedTime): Promise<void> => {
  while (time.pending === 0) await new Promise(setImmediate);
};
