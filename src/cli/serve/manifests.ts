import { readFileSync } from 'node:fs';
import { administrator } from '../../cluster/apiserver/requests/caller';
import { ApiError } from '../../kubernetes/refusals';
import { type ReadManifest, readManifests } from '../../kubernetes/wire/manifests';
import type { HostedCluster } from '../../serve/clusters/hostedCluster';
import { Refusal } from '../support/refusal';

const textOf = (path: string): string => {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    throw new Refusal([`${path}: no such file. Give the path of a file with manifests.`]);
  }
};

const createdFrom = (path: string): readonly ReadManifest[] => {
  const { manifests, errors } = readManifests(textOf(path), path, true);
  if (errors.length > 0) throw new Refusal(errors.map(({ message }) => message));
  if (manifests.length === 0) throw new Refusal([`${path}: no object in this file.`]);
  return manifests;
};

/** Creates in a cluster what stands in files, in their order. @throws Refusal that names the file and the line */
export const createAll = (paths: readonly string[], { cluster, server }: HostedCluster): void => {
  const read = paths.map((path) => [path, createdFrom(path)] as const);
  for (const [path, manifests] of read)
    for (const { manifest, line } of manifests) {
      try {
        server.create(manifest, administrator);
      } catch (error) {
        if (!(error instanceof ApiError)) throw error;
        throw new Refusal([`${path}:${line}: ${error.message}`]);
      }
      // A kind that was just defined is served to what follows.
      cluster.loop.runReady();
    }
};
