import type { CustomResourceDefinition } from '../../kubernetes/kinds/customresource/definition/definition';
import type { Kinds } from '../../kubernetes/kinds/kinds';
import { groupVersion } from '../discovery/lists';
import { isOfKubernetes, type ServedGroup, type ServedVersion, servedGroups } from '../discovery/resources';
import { customTypes, typeName } from './customTypes';
import { groupTag, operationOfGroup, tagOf } from './names';
import type { Content, PathOperations } from './operation';
import { discovering, meta } from './operations';
import { pathsOf } from './paths';
import { type Schemas, typesWith } from './schemas';
import { SERVER_TYPES, VERSION_INFO } from './serverTypes';

/** A part of the API, as documents describe it. */
export interface Described {
  /** Where its document is: `apis/apps/v1`. */
  readonly name: string;
  /** What its operations are filed under. */
  readonly tag: string;
  readonly paths: readonly PathOperations[];
  /** All types that its operations speak of, by name. */
  readonly schemas: Schemas;
  /** A definition brought it. */
  readonly custom: boolean;
}

/** A part of the API that is described when somebody asks. */
export interface Part extends Pick<Described, 'name' | 'custom'> {
  describe(): Described;
}

/** All types that operations speak of. */
const typesIn = (paths: readonly PathOperations[]): ReadonlySet<string> => {
  const types = new Set<string>();
  const add = (content: Content | undefined): void => {
    if (content && content !== 'text') types.add(content.type);
  };
  for (const { operations } of paths)
    for (const { body, answers } of operations) {
      add(body?.content);
      for (const each of Object.values(answers)) add(each);
    }
  return types;
};

const VERSION = { group: '', version: 'v1' };

const JSON_ONLY = ['application/json'];

/** A path that tells of the server itself. */
const simple = (
  name: string,
  tag: string,
  id: string,
  content: Content,
  produces?: readonly string[],
): Part => ({
  name,
  custom: false,
  describe: () => {
    const operation = discovering(id, content);
    const paths = [{ path: `/${name}/`, operations: [produces ? { ...operation, produces } : operation] }];
    return { name, tag, paths, schemas: typesWith(typesIn(paths), VERSION, SERVER_TYPES), custom: false };
  },
});

const ofServer: readonly Part[] = [
  simple(
    '.well-known/openid-configuration',
    'WellKnown',
    'getServiceAccountIssuerOpenIDConfiguration',
    'text',
    JSON_ONLY,
  ),
  simple('api', 'core', 'getCoreAPIVersions', meta('APIVersions')),
  simple('apis', 'apis', 'getAPIVersions', meta('APIGroupList')),
  simple('openid/v1/jwks', 'openid', 'getServiceAccountIssuerOpenIDKeyset', 'text', [
    'application/jwk-set+json',
  ]),
  simple('version', 'version', 'getCodeVersion', { type: VERSION_INFO }, JSON_ONLY),
];

/** Where definitions are read, when they are needed. */
export type Definitions = () => readonly CustomResourceDefinition[];

const ofVersion = (group: string, served: ServedVersion, definitions: Definitions): Part => {
  const name = `${group === '' ? 'api' : 'apis'}/${groupVersion(group, served.version)}`;
  const custom = !isOfKubernetes(group);
  return {
    name,
    custom,
    describe: () => {
      const own = customTypes(served.kinds, custom ? definitions() : []);
      const paths = pathsOf(group, served, (apiVersion, kind) => typeName(apiVersion, kind, own));
      const schemas = typesWith(typesIn(paths), custom ? VERSION : { group, version: served.version }, own);
      return { name, tag: tagOf(group, served.version), paths, schemas, custom };
    },
  };
};

const ofGroup = ({ name, versions }: ServedGroup, definitions: Definitions): readonly Part[] => [
  ...(isOfKubernetes(name) && name !== ''
    ? [simple(`apis/${name}`, groupTag(name), operationOfGroup(name), meta('APIGroup'))]
    : []),
  ...versions.map((version) => ofVersion(name, version, definitions)),
];

/** All parts of the API that a cluster serves, by name. */
export const partsOf = (kinds: Kinds, definitions: Definitions): readonly Part[] =>
  [...ofServer, ...servedGroups(kinds).flatMap((group) => ofGroup(group, definitions))].sort((a, b) =>
    a.name < b.name ? -1 : 1,
  );
