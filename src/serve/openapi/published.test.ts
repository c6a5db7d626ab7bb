import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { kindsFromTheStart } from '../../kubernetes/kinds/everyKind';
import { KUBERNETES } from '../../kubernetes/release';
import { partsOf } from './described';
import type { Operation } from './operation';
import type { Schemas } from './schemas';

const FOLDER = join(__dirname, '../../kubernetes/wire/published', `v${KUBERNETES.release}`);
const read = <T>(name: string): T => JSON.parse(readFileSync(join(FOLDER, name), 'utf8')) as T;

interface Published {
  readonly groupVersion: string;
  readonly schemas: Schemas;
}

const parts = partsOf(kindsFromTheStart(), () => []);

/** An operation as the published paths have it: `get=list DaemonSet`; kinds of elsewhere with their group and version. */
const spelled = ({ method, action, kind }: Operation, group: string, version: string): string => {
  if (!kind || !action) return method;
  const home = kind.group === group && kind.version === version;
  return `${method}=${action} ${home ? '' : `${kind.group}/${kind.version} `}${kind.kind}`;
};

describe('what is published of Kubernetes own groups', () => {
  const paths = read<Readonly<Record<string, string>>>('paths.json');
  for (const name of readdirSync(FOLDER).filter((each) => /^apis?_.*[.]json$/.test(each))) {
    const { groupVersion, schemas } = read<Published>(name);
    const [version = '', group = ''] = groupVersion.split('/').reverse();
    const place = `${group === '' ? 'api' : 'apis'}/${groupVersion}`;
    const part = parts.find((each) => each.name === place)?.describe();

    it(`has its types: ${groupVersion}`, () => {
      expect(part?.schemas).to.deep.equal(schemas);
    });

    it(`has its paths, and what can be done there: ${groupVersion}`, () => {
      const told = part?.paths.map(({ path, operations }) => [
        path,
        operations.map((each) => spelled(each, group, version)).sort(),
      ]);
      const known = Object.entries(paths).filter(([path]) => path.startsWith(`/${place}/`));
      expect(told).to.deep.equal(known.map(([path, operations]) => [path, operations.split(', ').sort()]));
    });
  }

  it('gives every operation a name of its own', () => {
    const ids = parts.flatMap((part) =>
      part.describe().paths.flatMap(({ operations }) => operations.map(({ id }) => id)),
    );
    expect(ids).to.have.length.above(500);
    expect(new Set(ids).size).to.equal(ids.length);
    expect(ids).to.include.members([
      'deleteAppsV1CollectionNamespacedDaemonSet',
      'listRbacAuthorizationV1RoleForAllNamespaces',
      'watchCoreV1PodListForAllNamespaces',
      'connectCoreV1GetNamespacedPodProxyWithPath',
      'createCoreV1NamespacedPodEviction',
      'getFlowcontrolApiserverV1APIResources',
    ]);
  });
});
