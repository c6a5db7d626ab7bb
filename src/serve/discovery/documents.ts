import { writeJson } from '../../kubernetes/fields/exactJson';
import type { Kinds } from '../../kubernetes/kinds/kinds';
import { etagOf } from '../http/texts';
import { apiGroupDiscoveryList } from './aggregated';
import { kept } from './kept';
import { apiGroup, apiGroupList, apiResourceList, groupVersion } from './lists';
import { type ServedGroup, servedGroups } from './resources';

/** Discovery in one answer, for `/api` or `/apis`. */
export interface Aggregated {
  readonly text: string;
  /** In quotes. */
  readonly etag: string;
}

/** All that discovery says of a cluster. */
interface Documents {
  /** `/apis`, every group, and every group and version, by their paths. */
  readonly byPath: ReadonlyMap<string, object>;
  /** `/api` and `/apis` in one piece, made when they are first asked for. */
  core(): Aggregated;
  groups(): Aggregated;
}

const aggregated = (groups: readonly ServedGroup[]): (() => Aggregated) => {
  let made: Aggregated | undefined;
  return () => {
    if (!made) {
      const text = `${writeJson(apiGroupDiscoveryList(groups))}\n`;
      made = { text, etag: etagOf(text) };
    }
    return made;
  };
};

/** The documents of discovery for what is served now. They are made once for each change of it. */
export const documentsOf: (kinds: Kinds) => Documents = kept((kinds) => {
  const all = servedGroups(kinds);
  const core = all.filter(({ name }) => name === '');
  const named = all.filter(({ name }) => name !== '');
  const lists = all.flatMap(({ name, versions }) =>
    versions.map((each): [string, object] => [
      `${name === '' ? '/api' : '/apis'}/${groupVersion(name, each.version)}`,
      apiResourceList(name, each),
    ]),
  );
  return {
    byPath: new Map([
      ['/apis', apiGroupList(named)],
      ...named.map((group): [string, object] => [`/apis/${group.name}`, apiGroup(group)]),
      ...lists,
    ]),
    core: aggregated(core),
    groups: aggregated(named),
  };
});
