import { expect } from 'chai';
import { resources } from '../../kubernetes/kinds/resources';
import type { KubeObject } from '../../kubernetes/object';
import { ApiError } from '../../kubernetes/refusals';
import type { ResourceType } from '../../kubernetes/resourceType';
import type { Api, ListOptions, ObjectRef } from '../api';
import type { Cluster } from '../cluster';
import { OURS } from './objects.testkit';

/** What a clause is tried on: a cluster made for it, and a namespace there in which it is alone. */
export interface Ground {
  readonly cluster: Cluster;
  /** The API as a cluster administrator. */
  readonly api: Api;
  readonly namespace: string;
  /** Closes the cluster, and gives the next one that the driver makes. */
  readonly next: () => Promise<Cluster>;
}

/** Lays the ground in a new cluster. */
export const groundIn = async (cluster: Cluster, next: Ground['next']): Promise<Ground> => {
  const { api } = cluster;
  const { metadata } = await api.create({
    apiVersion: 'v1',
    kind: 'Namespace',
    metadata: { generateName: 'contract-' },
  });
  await cluster.time.settle();
  return { cluster, api, namespace: metadata.name, next };
};

/** Names an object of the namespace. */
export const refIn = <T extends KubeObject>(
  { namespace }: Ground,
  resource: ResourceType<T>,
  name: string,
): ObjectRef<T> => ({
  resource,
  namespace,
  name,
});

/** Names a note. */
export const noteIn = (ground: Ground, name: string): ObjectRef => refIn(ground, resources.configmaps, name);

/** The refusal that a request is answered with. */
export const refusalOf = async (request: Promise<unknown>): Promise<ApiError> => {
  const outcome = await request.then(
    () => 'done',
    (error: unknown) => error,
  );
  expect(outcome).to.be.instanceOf(ApiError);
  return outcome as ApiError;
};

/** Expects a request to be refused with this code and reason. */
export const expectRefusal = async (
  request: Promise<unknown>,
  code: number,
  reason: string,
): Promise<void> => {
  const refusal = await refusalOf(request);
  expect([refusal.code, refusal.reason]).to.deep.equal([code, reason]);
};

/** Expects an object to be gone, sooner or later. */
export const expectGone = ({ api, cluster }: Ground, ref: ObjectRef): Promise<void> =>
  cluster.time.eventually(async () => {
    await expectRefusal(api.get(ref), 404, 'NotFound');
  });

/** The names of the notes that are there, in the order of the list. */
export const notesIn = async (
  { api, namespace }: Ground,
  query: ListOptions = {},
): Promise<readonly string[]> => {
  const { items } = await api.list({
    resource: resources.configmaps,
    namespace,
    labelSelector: OURS,
    ...query,
  });
  return items.map(({ metadata }) => metadata.name);
};
