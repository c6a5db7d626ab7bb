import { expect } from 'chai';
import fc from 'fast-check';
import { resources } from '../../../../kubernetes/kinds/resources';
import type { KubeObject } from '../../../../kubernetes/object';
import { NAMESPACE, refusalOf, Stage } from '../../../stage.testkit';
import { HISTORY } from '../../registry/topic';
import { administrator } from '../caller';
import { decodeContinue, encodeContinue } from './continueToken';
import type { ListRequest } from './listRequest';
import type { ListPage } from './lists';

const { configmaps, events } = resources;

describe('a list', () => {
  let stage = new Stage();
  beforeEach(() => {
    stage = new Stage();
  });

  const note = (name: string, namespace = NAMESPACE, labels = {}): KubeObject =>
    stage.create({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name, namespace, labels } });
  const page = (request: ListRequest = {}, kind = configmaps): ListPage =>
    stage.server.page(kind, { namespace: NAMESPACE, ...request }, administrator);
  const names = ({ items }: ListPage): string[] => items.map(({ metadata }) => metadata.name);
  const refusal = (request: ListRequest): string => {
    const { code, message } = refusalOf(() => page(request));
    return `${code} ${message}`;
  };
  const notes = (...all: string[]): void => {
    for (const each of all) note(each);
  };
  /** All pages, and what is done between one and the next. */
  const pages = (request: ListRequest, between: () => void = () => {}): ListPage[] => {
    const all = [page(request)];
    for (let last = all[0]; last?.continue; last = all.at(-1)) {
      between();
      all.push(page({ ...request, continue: last.continue }));
    }
    return all;
  };
  const changeALot = (): void => {
    for (let count = 0; count < 2 * HISTORY; count++)
      stage.amend(configmaps, 'a', (map) => ({ ...map, data: { count: `${count}` } }));
  };

  describe('in pages', () => {
    it('of so many objects says how many follow, and how to go on', () => {
      notes('a', 'b', 'c', 'd', 'e');
      const all = pages({ limit: 2 });
      expect(all.map(names)).to.deep.equal([['a', 'b'], ['c', 'd'], ['e']]);
      expect(all.map(({ remainingItemCount }) => remainingItemCount)).to.deep.equal([3, 1, undefined]);
      expect(decodeContinue(all[0]?.continue ?? '')).to.deep.equal({
        revision: stage.registry.store.revision,
        start: 'b\0',
      });
    });

    it('shows what was there at first, whatever happens in between', () => {
      notes('a', 'b', 'd');
      const { resourceVersion } = page();
      let turn = 0;
      const all = pages({ limit: 1 }, () => {
        note(`c${turn++}`);
        if (turn === 1) stage.delete(configmaps, 'd');
        if (turn === 2) stage.amend(configmaps, 'b', (map) => ({ ...map, data: { a: 'b' } }));
      });
      expect(all.flatMap(names)).to.deep.equal(['a', 'b', 'd']);
      expect(all.map((each) => each.resourceVersion)).to.deep.equal(Array(3).fill(resourceVersion));
      expect(names(page())).to.deep.equal(['a', 'b', 'c0', 'c1']);
    });

    it('does so for any collection, and any changes', () => {
      const name = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f');
      const changes = fc.array(fc.record({ name, goes: fc.boolean() }), { maxLength: 12 });
      fc.assert(
        fc.property(fc.uniqueArray(name), changes, fc.integer({ min: 1, max: 4 }), (begin, change, limit) => {
          stage = new Stage();
          notes(...begin);
          const left = [...change];
          const all = pages({ limit }, () => {
            for (const { name, goes } of left.splice(0, 3)) {
              const there = stage.find(configmaps, name) !== undefined;
              if (goes && there) stage.delete(configmaps, name);
              if (!goes && !there) note(name);
            }
          });
          expect(all.flatMap(names)).to.deep.equal([...begin].sort());
        }),
        { numRuns: 30 },
      );
    });

    it('over all namespaces goes on with the next one', () => {
      stage.create({ apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'bank' } });
      notes('a', 'b');
      for (const name of ['x', 'y']) note(name, 'bank');
      const all = pages({ namespace: '', limit: 3 });
      expect(all.map(names)).to.deep.equal([['x', 'y', 'a'], ['b']]);
      expect(decodeContinue(all[0]?.continue ?? '').start).to.equal(`${NAMESPACE}/a\0`);
    });

    it('by labels fills its pages, and does not count what follows', () => {
      notes('a', 'c', 'e');
      for (const name of ['b', 'd', 'f']) note(name, NAMESPACE, { tier: 'web' });
      const all = pages({ limit: 2, labelSelector: 'tier=web' });
      expect(all.map(names)).to.deep.equal([['b', 'd'], ['f']]);
      expect(all.map(({ remainingItemCount }) => remainingItemCount)).to.deep.equal([undefined, undefined]);
    });

    it('from version 0 is given in one, unless nothing of its kind is kept in memory', () => {
      notes('a', 'b', 'c');
      expect(names(page({ limit: 1, resourceVersion: '0' }))).to.deep.equal(['a', 'b', 'c']);
      for (const name of ['a', 'b'])
        stage.create({
          apiVersion: 'v1',
          kind: 'Event',
          metadata: { name, namespace: NAMESPACE },
          involvedObject: { namespace: NAMESPACE },
        });
      expect(names(page({ limit: 1, resourceVersion: '0' }, events))).to.deep.equal(['a']);
    });
  });

  describe('that is gone on with', () => {
    it('though its history is forgotten, is still known for five minutes', () => {
      notes('a', 'b', 'c');
      const first = page({ limit: 1 });
      changeALot();
      stage.loop.pass(4 * 60_000);
      expect(names(page({ limit: 5, continue: first.continue ?? '' }))).to.deep.equal(['b', 'c']);
      stage.loop.pass(2 * 60_000);
      const {
        code,
        reason,
        message,
        continue: token = '',
      } = refusalOf(() => page({ limit: 5, continue: first.continue ?? '' })).status;
      expect([code, reason]).to.deep.equal([410, 'Expired']);
      expect(message).to.match(/^The provided continue parameter is too old to display a consistent list/);
      note('d');
      const rest = page({ limit: 2, continue: token });
      expect([names(rest), rest.resourceVersion]).to.deep.equal([
        ['b', 'c'],
        String(stage.registry.store.revision),
      ]);
      expect(decodeContinue(rest.continue ?? '').revision).to.equal(stage.registry.store.revision);
    });

    it('with what is no token is refused', () => {
      const token = (content: object): string => btoa(JSON.stringify(content)).replace(/=+$/, '');
      const ok = { v: 'meta.k8s.io/v1', rv: 1, start: '/a' };
      const refused = Object.fromEntries(
        [
          'abc!',
          'abcde',
          'abcd',
          btoa('3').replace(/=+$/, ''),
          token({ ...ok, v: 'v2' }),
          token({ ...ok, rv: 0 }),
          token({ ...ok, rv: 'x' }),
          token({ ...ok, start: '' }),
          token({ ...ok, start: '/../b' }),
        ].map((each) => [each, refusal({ continue: each }).replace('400 invalid continue token: ', '')]),
      );
      expect(Object.values(refused)).to.deep.equal([
        'continue key is not valid: illegal base64 data at input byte 3',
        'continue key is not valid: illegal base64 data at input byte 4',
        "continue key is not valid: invalid character 'i' looking for beginning of value",
        'continue key is not valid: json: cannot unmarshal number into Go value of type storage.continueToken',
        'continue key is not valid: server does not recognize this encoded version v2',
        'continue key is not valid: incorrect encoded start resourceVersion (version meta.k8s.io/v1)',
        'continue key is not valid: json: cannot unmarshal string into Go struct field continueToken.rv of type int64',
        'continue key is not valid: encoded start key empty (version meta.k8s.io/v1)',
        'continue key is not valid: /../b',
      ]);
    });

    it('is refused from another version than its own, and from one that there is not yet', () => {
      const token = encodeContinue({ revision: 1, start: 'a' });
      expect(refusal({ continue: token, resourceVersion: '7' })).to.equal(
        '400 specifying resource version is not allowed when using continue',
      );
      const future = encodeContinue({ revision: 9999, start: 'a' });
      expect(refusal({ continue: future })).to.match(
        /^504 Timeout: Too large resource version: 9999, current/,
      );
    });
  });

  describe('of a version', () => {
    it('is of that very version if it is to be exact, or is given in pages', () => {
      notes('a', 'b');
      const { resourceVersion } = page();
      stage.delete(configmaps, 'a');
      note('c');
      const exact = page({ resourceVersion, resourceVersionMatch: 'Exact' });
      expect([names(exact), exact.resourceVersion]).to.deep.equal([['a', 'b'], resourceVersion]);
      expect(names(page({ resourceVersion, limit: 9 }))).to.deep.equal(['a', 'b']);
      for (const request of [{ resourceVersion }, { resourceVersion, resourceVersionMatch: 'NotOlderThan' }])
        expect(names(page(request))).to.deep.equal(['b', 'c']);
    });

    it('is refused if that is forgotten', () => {
      notes('a');
      const request = { ...page(), items: [], resourceVersionMatch: 'Exact' };
      changeALot();
      expect(refusal(request)).to.equal('410 The resourceVersion for the provided list is too old.');
    });

    it('is refused where what is asked does not go together', () => {
      const match = 'ListOptions.meta.k8s.io "" is invalid: resourceVersionMatch';
      expect(refusal({ resourceVersionMatch: 'Exact' })).to.equal(
        `422 ${match}: Forbidden: resourceVersionMatch is forbidden unless resourceVersion is provided`,
      );
      expect(refusal({ resourceVersionMatch: 'Exact', resourceVersion: '0' })).to.equal(
        `422 ${match}: Forbidden: resourceVersionMatch "exact" is forbidden for resourceVersion "0"`,
      );
      expect(
        refusal({
          resourceVersionMatch: 'foo',
          resourceVersion: '1',
          continue: 'a',
          sendInitialEvents: true,
        }),
      ).to.equal(
        '422 ListOptions.meta.k8s.io "" is invalid: ' +
          '[resourceVersionMatch: Forbidden: resourceVersionMatch is forbidden when continue is provided, ' +
          'resourceVersionMatch: Unsupported value: "foo": supported values: "Exact", "NotOlderThan", "", ' +
          'sendInitialEvents: Forbidden: sendInitialEvents is forbidden for list]',
      );
      expect(refusal({ resourceVersion: 'x' })).to.match(/^400 invalid resource version: /);
    });
  });

  it('of one name is that one, or none', () => {
    notes('a', 'b');
    for (const continueWith of [undefined, 'no token'])
      expect(
        names(
          page({
            fieldSelector: 'metadata.name=b',
            limit: 1,
            ...(continueWith ? { continue: continueWith } : {}),
          }),
        ),
      ).to.deep.equal(['b']);
  });
});
