import { expect } from 'chai';
import fc from 'fast-check';
import { resources } from '../../../kubernetes/kinds/resources';
import { servedKind } from '../../../kubernetes/kinds/served';
import type { KubeObject } from '../../../kubernetes/object';
import { ApiError } from '../../../kubernetes/refusals';
import type { ResourceType } from '../../../kubernetes/resourceType';
import { applyPatch } from '../../../kubernetes/wire/patch';
import { isList, isObject } from '../../../kubernetes/wire/patch/json';
import type { ChangeRequest } from '../../../kubernetes/wire/patch/request';
import { EXAMPLE, podSpecPaths } from './hidden';
import { lensOf, objectsOf } from './samples.testkit';

const kinds: readonly ResourceType[] = [
  resources.nodes,
  resources.namespaces,
  resources.pods,
  resources.daemonsets,
  resources.clusterrolebindings,
  servedKind('apps/v1', 'Deployment'),
  servedKind('batch/v1', 'CronJob'),
];

/** Maps that the server leaves out when they are empty. */
const OMITTED = new Set(['labels', 'nodeSelector', 'annotations']);

/** As the server would store it: without nulls and without empty maps. */
const settled = (value: unknown): unknown => {
  if (isList(value)) return value.map(settled);
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .map(([key, inner]) => [key, settled(inner)] as const)
      .filter(
        ([key, inner]) =>
          inner !== null && !(OMITTED.has(key) && isObject(inner) && Object.keys(inner).length === 0),
      ),
  );
};

const at = (value: unknown, path: readonly string[]): unknown =>
  path.reduce<unknown>((inner, step) => (isObject(inner) ? inner[step] : undefined), value);

const isMapOfTexts = (value: unknown): boolean =>
  value === undefined || (isObject(value) && Object.values(value).every((each) => typeof each === 'string'));

/** True of what the server could store: it has a name, and what runs has containers. */
const isValid = (object: unknown, resource: ResourceType): boolean =>
  typeof at(object, ['metadata', 'name']) === 'string' &&
  isMapOfTexts(at(object, ['metadata', 'labels'])) &&
  podSpecPaths(resource).every(
    (path) =>
      isList(at(object, [...path, 'containers'])) && isMapOfTexts(at(object, [...path, 'nodeSelector'])),
  );

/** What a patch makes of an object, once the server has it; undefined if it is refused. */
const patched = (
  object: KubeObject,
  patch: unknown,
  type: ChangeRequest['type'],
  resource: ResourceType,
): unknown => {
  try {
    const made = settled(applyPatch(object, patch, type));
    return isValid(made, resource) ? made : undefined;
  } catch (error) {
    if (error instanceof ApiError) return undefined;
    throw error;
  }
};

/** A path to something in the object, and what stands there. */
const placesOf = (value: unknown, path: readonly string[] = []): readonly (readonly string[])[] => {
  const inner = isList(value)
    ? value.map((each, index) => [String(index), each] as const)
    : isObject(value)
      ? Object.entries(value)
      : [];
  return [path, ...inner.flatMap(([step, each]) => placesOf(each, [...path, step]))];
};

const pointer = (path: readonly string[]): string =>
  path.map((step) => `/${step.replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');

const PROTECTED =
  /^(apiVersion|kind|metadata,(name|namespace|uid|resourceVersion|creationTimestamp|generateName))?$/;
const isOpen = (path: readonly string[]): boolean => !PROTECTED.test(path.join(','));

/** Maps with hidden entries, and what they stand in. */
const tenderPlaces = (resource: ResourceType) => {
  const selectors = podSpecPaths(resource).map((path) => [...path, 'nodeSelector']);
  return [['metadata', 'labels'], ...selectors, ...selectors.map((path) => [...path, 'zone'])];
};

const isTender = (path: readonly string[]): boolean => /^(labels|nodeSelector)$/.test(path.at(-1) ?? '');

const CONTAINER = { name: 'agent', image: 'example.test/east-1:v1' };

/** The object with a value at a path, which is made if need be. */
const merged = (object: KubeObject, path: readonly string[], value: unknown): KubeObject =>
  applyPatch(object, put(path, value), 'merge');

const put = (path: readonly string[], value: unknown): unknown =>
  path.reduceRight<unknown>((inner, step) => ({ [step]: inner }), value);

const valueAt = (object: unknown, path: readonly string[]): unknown =>
  path.reduce<unknown>(
    (inner, step) => (isList(inner) ? inner[Number(step)] : isObject(inner) ? inner[step] : undefined),
    object,
  );

/** What stands somewhere in another object, at a place that the patched one may have, too. */
const pieces = (resource: ResourceType, one: KubeObject, other: KubeObject) => {
  const ways = [
    ...placesOf(one),
    ...placesOf(other),
    ...tenderPlaces(resource),
    ...tenderPlaces(resource),
  ].filter(isOpen);
  return fc.constantFrom(...ways).chain((path) =>
    fc.record({
      path: fc.constant(path),
      value: fc.constantFrom(valueAt(other, path) ?? null, valueAt(one, path) ?? null, null, {}),
    }),
  );
};

const NEVER = { op: fc.constantFrom('add', 'replace', 'remove', 'test', 'copy', 'move') };

const jsonPatches = (resource: ResourceType, one: KubeObject, other: KubeObject) =>
  fc.array(
    fc
      .record({ ...NEVER, piece: pieces(resource, one, other), from: pieces(resource, one, other) })
      .map(({ op, piece, from }) => ({
        op,
        path: pointer(piece.path),
        ...(/copy|move/.test(op)
          ? { from: pointer(from.path) }
          : op === 'remove'
            ? {}
            : // A null is no empty map, but nothing: no server keeps it.
              { value: piece.value ?? (isTender(piece.path) ? {} : null) }),
      })),
    { minLength: 1, maxLength: 3 },
  );

/** Without steps into lists: a merge patch has none. */
const intoMaps = (path: readonly string[]): readonly string[] => {
  const index = path.findIndex((step) => /^\d+$/.test(step));
  return index < 0 ? path : path.slice(0, index);
};

const directed = (value: unknown, directive: string): unknown =>
  isObject(value) && directive !== 'none' ? { ...value, $patch: directive } : value;

const mergePatches = (
  resource: ResourceType,
  one: KubeObject,
  other: KubeObject,
  directives: readonly string[],
) =>
  fc
    .record({ piece: pieces(resource, one, other), directive: fc.constantFrom(...directives) })
    .map(({ piece, directive }) => {
      const path = intoMaps(piece.path);
      const whole = path.length === piece.path.length;
      // On the server there is a map, for what is hidden: there is something to delete where the example sees nothing.
      const isThere = isObject(valueAt(one, path));
      const value = whole ? piece.value : (valueAt(other, path) ?? null);
      return put(path, directed(value, isThere ? directive : 'none'));
    })
    .filter((patch) => isObject(patch) && Object.keys(patch).length > 0);

/** True if nothing that is hidden got lost where there is still a place for it. */
const expectHidden = (raw: unknown, resource: ResourceType): void => {
  const metadata = at(raw, ['metadata']);
  if (isObject(metadata)) expect(at(metadata, ['labels', EXAMPLE])).to.equal('k3x9-7');
  for (const path of podSpecPaths(resource)) {
    const spec = at(raw, path);
    if (isObject(spec) && Object.keys(spec).length > 0)
      expect(at(spec, ['nodeSelector', EXAMPLE]), 'selector').to.equal('k3x9-7');
  }
};

const expectSame = (
  object: KubeObject,
  patch: unknown,
  type: ChangeRequest['type'],
  resource: ResourceType,
): void => {
  const lens = lensOf(7);
  const raw = lens.manifestOut({ ...object }, resource) as KubeObject;
  const wanted = patched(object, patch, type, resource);
  const sent = lens.patchOut(patch, type, resource, { current: raw });
  const found = patched(raw, sent.patch, sent.type as ChangeRequest['type'], resource);
  if (wanted === undefined || found === undefined) {
    expect(found).to.equal(wanted);
    return;
  }
  expect(settled(lens.valueIn(found))).to.deep.equal(wanted);
  expectHidden(found, resource);
};

describe('A patch through a lens', () => {
  it('takes a text along that stands for a moment where labels belong', () => {
    const [name, uid] = ['log-agent', 'u-1'];
    const namespace = {
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: { name, uid, resourceVersion: '7', creationTimestamp: '', labels: { team: 'platform' } },
      status: { phase: 'Active', conditions: [{ reason: 'Full' }] },
    };
    const reason = '/status/conditions/0/reason';
    const patches = [
      [
        { op: 'move', from: reason, path: '/metadata/labels' },
        { op: 'add', path: '/metadata', value: { name, uid } },
      ],
      [
        { op: 'copy', from: reason, path: '/metadata/labels' },
        { op: 'move', from: '/metadata/labels', path: '/status/phase' },
      ],
      [
        { op: 'replace', path: '/metadata/labels', value: 'platform' },
        { op: 'copy', from: '/metadata/labels', path: '/status/phase' },
        { op: 'remove', path: '/metadata/labels' },
      ],
    ];
    for (const patch of patches) expectSame(namespace, patch, 'json', resources.namespaces);
  });

  it('tests a name that the server knows otherwise', () => {
    const name = 'shop';
    const namespace = {
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: { name, uid: 'u-1', resourceVersion: '7', creationTimestamp: '' },
    };
    const add = { op: 'add', path: '/metadata/annotations', value: { team: 'platform' } };
    const tests = [
      { op: 'test', path: '/metadata/name', value: name },
      { op: 'test', path: '/metadata', value: namespace.metadata },
      { op: 'test', path: '/metadata/name', value: 'store' },
    ];
    for (const test of tests) expectSame(namespace, [test, add], 'json', resources.namespaces);
  });

  it('tests all labels of a node, which has a region that the example does not see', () => {
    const labels = { role: 'web' };
    const node = {
      apiVersion: 'v1',
      kind: 'Node',
      metadata: { name: 'east-1', uid: 'u-1', resourceVersion: '7', creationTimestamp: '', labels },
    };
    const cordon = { op: 'add', path: '/spec', value: { unschedulable: true } };
    const test = { op: 'test', path: '/metadata/labels', value: labels };
    const replace = { op: 'replace', path: '/metadata/labels', value: { role: 'db' } };
    const patches = [
      [test, cordon],
      [{ ...test, path: '/metadata', value: node.metadata }, cordon],
      [test, replace, { ...test, value: { role: 'db' } }],
      [{ ...test, value: {} }, cordon],
    ];
    for (const patch of patches) expectSame(node, patch, 'json', resources.nodes);
  });

  for (const resource of kinds) {
    const running = objectsOf(resource).map((object) =>
      podSpecPaths(resource).reduce((sum, path) => merged(sum, [...path, 'containers'], [CONTAINER]), object),
    );
    const pair = fc.tuple(running, running);
    const check = (
      type: ChangeRequest['type'],
      patches: (one: KubeObject, other: KubeObject) => fc.Arbitrary<unknown>,
    ): void =>
      fc.assert(
        fc.property(
          pair.chain(([one, other]) => fc.record({ one: fc.constant(one), patch: patches(one, other) })),
          ({ one, patch }) => expectSame(one, patch, type, resource),
        ),
        { numRuns: 25 },
      );

    it(`does to ${resource.kind} what it says, in JSON`, () => {
      check('json', (one, other) => jsonPatches(resource, one, other));
    });

    it(`does to ${resource.kind} what it says, merging`, () => {
      check('merge', (one, other) => mergePatches(resource, one, other, ['none']));
    });

    it(`does to ${resource.kind} what it says, merging strategically`, () => {
      check('strategic', (one, other) =>
        mergePatches(resource, one, other, ['none', 'replace', 'delete', 'merge']),
      );
    });
  }
});
