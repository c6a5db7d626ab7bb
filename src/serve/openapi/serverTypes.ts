import { referenceTo, type Schema, type Schemas } from './schemas';

const META = 'io.k8s.apimachinery.pkg.apis.meta.v1';
const STRING: Schema = { type: 'string' };
const TEXT: Schema = { type: 'string', default: '' };

const listOf = (items: Schema): Schema => ({ type: 'array', items, 'x-kubernetes-list-type': 'atomic' });
const of = (name: string): Schema => referenceTo(`${META}.${name}`);

/** Types of documents that say what they are. */
const versioned = (kind: string, required: readonly string[], properties: Schemas): Schemas => ({
  [`${META}.${kind}`]: {
    type: 'object',
    required,
    properties: { apiVersion: STRING, kind: STRING, ...properties },
    'x-kubernetes-group-version-kind': [{ group: '', kind, version: 'v1' }],
  },
});

const texts = (...names: readonly string[]): Schema => ({
  type: 'object',
  required: names,
  properties: Object.fromEntries(names.map((name) => [name, TEXT])),
});

const ADDRESSES = { serverAddressByClientCIDRs: listOf(of('ServerAddressByClientCIDR')) };

const info = texts(
  ...[
    'major',
    'minor',
    'gitVersion',
    'gitCommit',
    'gitTreeState',
    'buildDate',
    'goVersion',
    'compiler',
    'platform',
  ],
);
const OPTIONAL = ['emulationMajor', 'emulationMinor', 'minCompatibilityMajor', 'minCompatibilityMinor'];

export const VERSION_INFO = 'io.k8s.apimachinery.pkg.version.Info';

/**
 * The types of discovery and version, which no kind is made of.
 * @see k8s.io/apimachinery/pkg/apis/meta/v1 APIGroup and its neighbours, k8s.io/apimachinery/pkg/version Info
 */
export const SERVER_TYPES: Schemas = {
  ...versioned('APIGroup', ['name', 'versions'], {
    name: TEXT,
    preferredVersion: { default: {}, allOf: [of('GroupVersionForDiscovery')] },
    ...ADDRESSES,
    versions: listOf(of('GroupVersionForDiscovery')),
  }),
  ...versioned('APIGroupList', ['groups'], { groups: listOf(of('APIGroup')) }),
  ...versioned('APIVersions', ['versions', 'serverAddressByClientCIDRs'], {
    ...ADDRESSES,
    versions: listOf(STRING),
  }),
  [`${META}.GroupVersionForDiscovery`]: texts('groupVersion', 'version'),
  [`${META}.ServerAddressByClientCIDR`]: texts('clientCIDR', 'serverAddress'),
  [VERSION_INFO]: {
    ...info,
    properties: { ...info.properties, ...Object.fromEntries(OPTIONAL.map((name) => [name, STRING])) },
  },
};
