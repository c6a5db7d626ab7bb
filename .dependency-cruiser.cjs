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

module.exports = {
  forbidden: [
    mayOnlyImport('src/kubernetes'),
    mayOnlyImport('src/timeline', 'src/kubernetes'),
    mayOnlyImport('src/port', 'src/kubernetes', 'src/timeline'),
    mayOnlyImport('src/cluster', 'src/kubernetes', 'src/port'),
    mayOnlyImport('src/drivers', 'src/kubernetes', 'src/cluster', 'src/timeline', 'src/port'),
    mayOnlyImport('src/oc', 'src/kubernetes', 'src/port'),
    mayOnlyImport('src/run', 'src/catalogue', 'node_modules/@cucumber'),
    mayOnlyImport('src/terminal'),
    mayOnlyImport('src/project', 'src/catalogue'),
    mayOnlyImport('src/catalogue', 'src/kubernetes', 'src/port', 'src/terminal', 'node_modules/@cucumber'),
    mayOnlyImport(
      'src/report',
      'src/kubernetes',
      'src/timeline',
      'src/port',
      'src/catalogue',
      'src/run',
      'src/terminal',
      'src/project',
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
      '^src/catalogue/phrases/nearest[.]ts$',
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
      from: { path: '^(src/cli/[^/]+[.]ts|src/report/formatter[.]cjs|steps/(?!support/).+[.]ts)$' },
      to: {
        path: '^src/(?!cli/|report/formatter[.]cjs)|^steps/support/',
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
