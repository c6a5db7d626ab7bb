import { isVersion, versionOf } from '../../src/kubernetes/fields/imageName';
import type { DaemonSet } from '../../src/kubernetes/kinds/daemonset/daemonSet';
import type { PodSpec } from '../../src/kubernetes/kinds/pod/pod';
import { statesOf } from '../../src/timeline/objects';
import type { Scenario } from '../world';
import { containerOf } from './images';
import { nearestOf } from './nearest';

const imageIn = (spec: PodSpec | undefined, set: string): string => containerOf(spec, set).image ?? '';

/** What a pod runs: in the words of the sentence if it is one of these versions, otherwise by its tag. */
export const versionSaid = (spec: PodSpec, set: string, versions: readonly string[]): string => {
  const image = imageIn(spec, set);
  return versions.find((version) => isVersion(image, version)) ?? versionOf(image);
};

/** @throws if the set never asked for one of the versions, so that no pod of it can have it; names those it asked for */
export const checkVersions = (scenario: Scenario, set: string, versions: readonly string[]): void => {
  const states = statesOf(scenario.cluster.timeline.changes(), scenario.names.meant('DaemonSet', set));
  const images = (states as readonly DaemonSet[]).map(({ spec }) => imageIn(spec.template.spec, set));
  for (const version of versions)
    if (!images.some((image) => isVersion(image, version)))
      throw new Error(
        `"${set}" never had a version "${version}". ${nearestOf(version, images.map(versionOf))}`,
      );
};
