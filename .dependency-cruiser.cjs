/**
 * Imports go one way: steps, cli → oc, report → drivers → cluster → port → timeline → kubernetes.
 * What talks to a cluster talks to the port, so that any driver can stand behind it.
 */
/** Forbids a folder every module of this project, and of Cucumber, that is not listed. */
const mayOnlyImport = (folder, ...allowed) => ({
  name: `${folder.replace(/^src\//, '')}-imports`,
  comment: `${folder} may import only ${['itself', ...allowed].join(', ')}`,
  severity: 'error',
  from: { path: `^${folder}/`, pathNot: '[.](test|testkit)[.]ts$' },
  to: {
    path: '^(src|steps)/|node_modules/@cucumber/',
    pathNot: [`^${folder}/`, ...allowed.map((path) => (path.startsWith('^') ? path : `^${path}/`))],
  },
});

const KINDS = '^src/kubernetes/kinds';

/** Which rooms of kinds a room may look into. Workloads make pods; descriptions show what belongs to an object. */
const SIBLINGS = {
  daemonset: ['pod'],
  namespace: ['quota'],
  node: ['lease', 'pod'],
  quota: ['pod'],
};

/** Forbids the rooms that match every other room but the declared ones. */
const noSiblings = (rooms, declared, otherwise = {}) => ({
  name: `no-siblings-of-${declared.length > 0 ? rooms : 'kinds'}`,
  comment: `A kind imports no other kind; an exception is declared under SIBLINGS in ${__filename.split('/').pop()}`,
  severity: 'error',
  from: { path: `${KINDS}/(${rooms})/`, ...otherwise },
  to: { path: `${KINDS}/[^/]+/`, pathNot: ['$1', ...declared].map((room) => `${KINDS}/${room}/`) },
});

module.exports = {
  forbidden: [
    ...Object.entries(SIBLINGS).map(([room, declared]) => noSiblings(room, declared)),
    noSiblings('[^/]+', [], { pathNot: `${KINDS}/(${Object.keys(SIBLINGS).join('|')})/` }),
    {
      name: 'fields-and-print-know-no-kind',
      comment: 'What all kinds share knows none of them',
      severity: 'error',
      from: { path: '^src/kubernetes/(fields|print)/' },
      to: { path: `${KINDS}/` },
    },
    {
      name: 'no-printing-in-the-cluster',
      comment: 'A cluster loads the rules of kinds, and nothing of what they look like in print',
      severity: 'error',
      from: { path: '^src/cluster/' },
      to: { path: '^src/kubernetes/(print/|kinds/printed[.]ts$)', reachable: true },
    },
    mayOnlyImport('src/kubernetes'),
    mayOnlyImport('src/timeline', 'src/kubernetes'),
    mayOnlyImport('src/port', 'src/kubernetes', 'src/timeline'),
    mayOnlyImport('src/cluster', 'src/kubernetes', 'src/port'),
    mayOnlyImport('src/drivers', 'src/kubernetes', 'src/cluster', 'src/timeline', 'src/port'),
    mayOnlyImport('src/oc', 'src/kubernetes', 'src/port'),
    mayOnlyImport('src/run'),
    mayOnlyImport('src/catalogue', 'src/kubernetes', 'src/port', 'src/report', 'node_modules/@cucumber'),
    mayOnlyImport(
      'src/report',
      'src/kubernetes',
      'src/timeline',
      'src/port',
      'src/catalogue',
      'src/run',
      'node_modules/@cucumber',
    ),
    mayOnlyImport(
      'steps',
      'src/kubernetes',
      'src/drivers',
      'src/port',
      'src/oc',
      'src/timeline',
      'src/report',
      'src/run',
      'node_modules/@cucumber',
    ),
    {
      name: 'no-cycles',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-orphans',
      comment: 'A module that nothing uses and that uses nothing is left over',
      severity: 'error',
      from: { orphan: true, pathNot: '[.]d[.]ts$' },
      to: {},
    },
    {
      name: 'no-unused-modules',
      comment: 'Every module is reached from a command, a step file or the report',
      severity: 'error',
      from: { path: '^(src/cli/[^/]+[.]ts|src/report/formatter[.]cjs|steps/[^/]+[.]ts)$' },
      to: {
        path: '^src/(?!cli/|report/formatter[.]cjs)|^steps/.+/',
        pathNot: '[.](test|testkit)[.]ts$',
        reachable: false,
      },
    },
    {
      name: 'no-test-code',
      comment: 'Tests and their kits are used by tests only',
      severity: 'error',
      from: { pathNot: '[.](test|testkit)[.]ts$' },
      to: { path: '[.](test|testkit)[.]ts$' },
    },
    {
      name: 'no-unlisted-packages',
      comment: 'What is imported stands in package.json',
      severity: 'error',
      from: {},
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown', 'unknown', 'undetermined'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['require', 'node', 'default', 'types'],
    },
  },
};
