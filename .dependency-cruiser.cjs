/**
 * The walls of the house: who may import what. Everything is denied that is not declared here, tests included.
 *
 * A room is a folder. An import that is refused is either in the wrong room, or the room's line lacks what it needs:
 * then add it to the line, if that is how the house should be built. CONTRIBUTING.md says which room is for what.
 */

/** A package that is installed, with its types. */
const npm = (name) => `(^|/)node_modules/(@types/)?${name}/`;
const CUCUMBER = npm('@cucumber/[^/]+');
/** What comes with Node.js. A room that does not declare it runs in a browser, too. */
const NODE =
  '^(node:)?(child_process|crypto|events|fs|fs/promises|http|https|module|net|os|path|perf_hooks|readline|readline/promises|stream|url|util|v8|vm|zlib)$';

const TEST = '[.](test|testkit)[.]ts$';
/** What every test may use. */
const FOR_TESTS = [npm('chai'), npm('mocha'), npm('fast-check'), NODE];

const K = 'src/kubernetes';
/** What any object is, how refusals are worded, which Kubernetes this is: the files at the top of the room. */
const BASICS = `^${K}/[^/]+[.]ts$`;
const CLUSTER = 'src/cluster';
/** What every part of the cluster knows. */
const COMMON = [K, 'src/port', `${CLUSTER}/apiserver/registry`, `${CLUSTER}/simulation`];
/** Who asks. */
const WHO = `^${CLUSTER}/apiserver/requests/caller[.]ts$`;
/** What roles let them do. */
const ROLES = `^${CLUSTER}/apiserver/requests/authorization/rbac[.]ts$`;
const STAGE = `^${CLUSTER}/stage[.]testkit[.]ts$`;

/**
 * The rooms. `may`: what all files of a room may import, besides the room itself; `tests`: what its tests may, too.
 * A file belongs to the innermost room it is in.
 */
const rooms = {
  // The language of the API
  [`${K}/fields`]: { may: [BASICS, npm('kubernetes-types')] },
  [`${K}/wire`]: { may: [BASICS, `${K}/fields`] },
  [`${K}/print`]: { may: [BASICS, `${K}/fields`, `${K}/wire`, npm('js-yaml')] },
  [`${K}/kinds`]: { may: [BASICS, `${K}/fields`, `${K}/wire`, `${K}/print`, npm('kubernetes-types')] },
  [K]: { may: [`${K}/fields`] },

  // What happened, and what may be asked of a cluster
  'src/timeline': { may: [K] },
  'src/port': { may: [K, 'src/timeline'] },
  // What is seen of it, for readers
  'src/language': { may: [] },
  'src/film': { may: [K, 'src/timeline', 'src/language'], tests: ['src/drivers'] },

  // The cluster in memory
  [`${CLUSTER}/simulation`]: { may: [K] },
  [`${CLUSTER}/capacity`]: { may: [K] },
  [`${CLUSTER}/model`]: { may: [K, 'src/port'] },
  [`${CLUSTER}/apiserver/registry`]: {
    may: [K, 'src/port', `${CLUSTER}/simulation`, `${CLUSTER}/apiserver/admission`, WHO],
    tests: [STAGE, `${CLUSTER}/component`, `${CLUSTER}/apiserver/requests`],
  },
  [`${CLUSTER}/apiserver/admission`]: {
    may: [...COMMON, WHO, ROLES],
    tests: [STAGE, `${CLUSTER}/component`, `${CLUSTER}/apiserver/requests`],
  },
  [`${CLUSTER}/apiserver/requests`]: { may: COMMON, tests: [STAGE] },
  [`${CLUSTER}/component`]: { may: [...COMMON, WHO], tests: [STAGE] },
  [`${CLUSTER}/controllers`]: {
    may: [...COMMON, `${CLUSTER}/component`, `${CLUSTER}/capacity`],
    tests: [STAGE],
  },
  [`${CLUSTER}/scheduler`]: {
    may: [...COMMON, `${CLUSTER}/component`, `${CLUSTER}/capacity`, npm('kubernetes-types')],
    tests: [STAGE],
  },
  [`${CLUSTER}/kubelet`]: {
    may: [...COMMON, `${CLUSTER}/component`, `${CLUSTER}/capacity`],
    tests: [STAGE],
  },
  [CLUSTER]: { may: [K, 'src/port'] },

  // What stands behind the port, and what talks to it
  'src/drivers': { may: [K, 'src/timeline', 'src/port', CLUSTER] },
  // A cluster that exists: it is spoken to by a process of Node.js. What drives it is loaded when it is asked for
  'src/drivers/kubernetes': {
    may: [K, 'src/timeline', 'src/port', CLUSTER, NODE],
    tests: ['src/serve', 'src/run', 'src/drivers/in-process', npm('js-yaml')],
  },
  'src/drivers/kubernetes/connection': {
    may: [K, 'src/port', NODE, npm('@kubernetes/client-node')],
    tests: ['src/serve'],
  },
  'src/oc': { may: [K, 'src/port'], tests: ['src/drivers'] },
  'src/evidence': {
    may: [K, 'src/timeline', 'src/port', 'src/drivers', NODE],
    tests: ['src/oc', 'src/run', 'src/catalogue', 'src/project', CUCUMBER],
  },

  // The cluster in memory behind Kubernetes' REST API
  'src/serve': {
    may: [
      K,
      'src/timeline',
      'src/port',
      CLUSTER,
      'src/drivers/in-process',
      npm('fastify'),
      npm('protobufjs'),
      npm('selfsigned'),
      NODE,
    ],
    tests: [
      'src/oc',
      npm('@kubernetes/client-node'),
      npm('fflate'),
      '^src/evidence/transcripts/chapter[.]testkit[.]ts$',
    ],
  },

  // The page for people; its client runs in their browsers, and imports nothing of Node.js
  'src/serve/page': {
    may: [
      K,
      'src/language',
      'src/film',
      '^src/cluster/apiserver/registry/topic[.]ts$',
      '^src/serve/(clusters|http|world)/',
      '^src/serve/kubeconfig[.]ts$',
      '^src/report/site/(code|components|words)/',
      '^src/report/site/frame/(icon|visible)[.]ts$',
      '^src/loader/folders[.]cjs$',
      '^src/project/house[.]ts$',
      npm('fastify'),
      npm('preact'),
      npm('preact-render-to-string'),
      NODE,
    ],
    tests: [
      WHO,
      'src/serve',
      'src/browser',
      '^src/report/site/browser/',
      npm('playwright-core'),
      npm('axe-core'),
    ],
  },
  'src/serve/page/client': {
    may: [
      'src/language',
      '^src/report/site/(components|words)/',
      '^src/serve/page/(components/|(view|words)[.]ts$)',
      npm('preact'),
    ],
  },

  // The features, a run of them, and what it found
  'src/catalogue': { may: ['src/port', 'src/terminal', 'src/language', npm('js-yaml'), CUCUMBER] },
  'src/run': { may: ['^src/port/target[.]ts$', 'src/catalogue', 'src/film', 'src/language', CUCUMBER] },
  'src/report': {
    may: [
      K,
      'src/timeline',
      'src/port',
      'src/catalogue',
      'src/run',
      'src/film',
      'src/language',
      'src/terminal',
      'src/project',
      'src/loader',
      CUCUMBER,
    ],
  },
  // The suite on a cluster that exists, and the report of it
  'src/conformance': {
    may: [
      K,
      'src/port',
      '^src/drivers/kubernetes/(connection|safety)/',
      'src/catalogue',
      'src/run',
      'src/report',
      'src/project',
      'src/terminal',
      npm('ajv'),
      npm('js-yaml'),
      CUCUMBER,
      NODE,
    ],
    tests: ['src/serve', 'src/drivers'],
  },
  // Features without Cucumber, as in a browser
  'src/play': {
    may: ['src/catalogue', 'src/run', 'src/report', 'src/terminal', 'src/film', 'src/language', CUCUMBER],
    tests: ['src/project', 'src/evidence', npm('esbuild')],
  },
  'src/play/bundling': { may: [NODE, npm('esbuild')] },
  // The page that it is read on; its client runs in the reader's browser, and imports nothing of Node.js
  'src/report/site': {
    may: [
      K,
      'src/port',
      'src/language',
      'src/film',
      'src/catalogue',
      'src/run',
      'src/terminal',
      'src/project',
      'src/loader',
      '^src/drivers/drivers[.]ts$',
      '^src/report/[^/]+[.]ts$',
      npm('preact'),
      npm('preact-render-to-string'),
      npm('esbuild'),
      'src/play',
      CUCUMBER,
      NODE,
    ],
    tests: ['src/browser', npm('playwright-core'), npm('axe-core')],
  },
  'src/report/site/client': {
    may: [
      'src/language',
      'src/film',
      '^src/report/site/(address|search|components|words)/',
      '^src/report/site/model/addresses[.]ts$',
      npm('preact'),
      npm('minisearch'),
    ],
  },
  'src/report/site/client/playground': {
    may: [
      'src/language',
      'src/film',
      'src/play',
      '^src/catalogue/phrases/form[.]ts$',
      '^src/report/site/(address|components|words|client)/',
      '^src/report/site/model/addresses[.]ts$',
      npm('preact'),
      npm('@codemirror/[^/]+'),
      npm('@lezer/highlight'),
      '^rollcall:steps$',
    ],
  },
  // A real browser, for tests and for pictures
  'src/browser': { may: [npm('playwright-core'), NODE] },
  'src/project': { may: ['src/catalogue', 'src/run', NODE] },
  'src/terminal': { may: ['src/language', npm('string-width')] },
  'src/loader': { may: [NODE, npm('ts-node')] },
  steps: {
    may: [
      K,
      'src/timeline',
      'src/port',
      'src/drivers',
      'src/oc',
      'src/report',
      'src/run',
      'src/film',
      'src/catalogue',
      npm('chai'),
      npm('js-yaml'),
      CUCUMBER,
    ],
  },
  'src/cli': {
    may: [
      'src',
      CUCUMBER,
      NODE,
      npm('commander'),
      npm('playwright-core'),
      npm('typescript'),
      npm('@microsoft/api-extractor'),
    ],
  },
};

const inside = (folder) => (/^[\^(]/.test(folder) ? folder : `^${folder}/`);

/** Two rules a room: for its files, and for its tests. */
const walls = Object.entries(rooms).flatMap(([room, { may, tests = [] }]) => {
  const inner = Object.keys(rooms).filter((each) => each.startsWith(`${room}/`));
  const declared = [room, ...may].map(inside);
  const wall = (name, from, allowed) => ({
    name,
    comment:
      `${room} may not import this. Put the code into the room where it belongs, or, if ${room} should know of it, ` +
      `declare it in .dependency-cruiser.cjs, in the entry '${room}' of "rooms".`,
    severity: 'error',
    from,
    to: { path: '.', pathNot: allowed },
  });
  return [
    wall(`${room}-imports`, { path: inside(room), pathNot: [TEST, ...inner.map(inside)] }, declared),
    wall(`${room}-test-imports`, { path: `${inside(room)}.*${TEST}`, pathNot: inner.map(inside) }, [
      ...declared,
      ...tests.map(inside),
      ...FOR_TESTS,
    ]),
  ];
});

module.exports = {
  forbidden: [
    ...walls,
    {
      name: 'controllers-are-strangers',
      comment: 'A controller sees others only through the API',
      severity: 'error',
      from: { path: `^${CLUSTER}/controllers/([^/.]+)(/|[.])` },
      to: { path: `^${CLUSTER}/controllers/`, pathNot: `^${CLUSTER}/controllers/$1(/|[.])` },
    },
    {
      name: 'kinds-are-strangers',
      comment:
        'A kind knows no other; workloads, and quotas, which count them, may know pods, a description may show ' +
        'objects of other kinds, a kind that OpenShift defines has the rules of custom resources, and one may leave its rules ' +
        'to the schema. Shared rules belong to fields/',
      severity: 'error',
      from: { path: `^${K}/kinds/([^/]+)/`, pathNot: ['/description[.]ts$', TEST] },
      to: {
        path: `^${K}/kinds/[^/]+/`,
        pathNot: [
          `^${K}/kinds/$1/`,
          `^${K}/kinds/pod/`,
          `^${K}/kinds/customresource/rules[.]ts$`,
          `^${K}/kinds/bySchema/kind[.]ts$`,
        ],
      },
    },
    {
      name: 'only-some-kinds-know-pods',
      comment: 'Workloads have pod templates, quotas count pods, and nodes are described with theirs',
      severity: 'error',
      from: { path: `^${K}/kinds/([^/]+)/`, pathNot: `^${K}/kinds/(pod|daemonset|quota|node|bySchema)/` },
      to: { path: `^${K}/kinds/pod/` },
    },
    {
      name: 'servers-do-not-print',
      comment: 'An API server knows nothing of columns and descriptions: only who prints loads them',
      severity: 'error',
      from: { path: `^${CLUSTER}/|^${K}/kinds/[^/]+/kinds?[.]ts$|^${K}/kinds/(kind|kinds|resources)[.]ts$` },
      to: { path: `^${K}/print/|^${K}/kinds/printed[.]ts$|/(columns|description)([.]ts|/)` },
    },
    {
      name: 'public-entry-imports',
      comment:
        'src/index.ts offers what runs in a browser: the in-process cluster, the port, objects, timeline, oc',
      severity: 'error',
      from: { path: '^src/index[.]ts$' },
      to: {
        path: '.',
        pathNot: [K, 'src/timeline', 'src/port', 'src/oc', 'src/drivers/in-process'].map(inside),
      },
    },
    {
      name: 'public-entry-is-for-others',
      comment: 'src/index.ts is for those who embed the cluster; the house imports from its rooms',
      severity: 'error',
      from: { path: '^(src|steps)/', pathNot: '^src/index[.].*test[.]ts$' },
      to: { path: '^src/index[.]ts$' },
    },
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
      from: { orphan: true, pathNot: ['[.]d[.]ts$', '^src/play/shims/'] },
      to: {},
    },
    {
      name: 'no-unused-modules',
      comment: 'Every module is reached from a command, a step file, the report or the public entry',
      severity: 'error',
      from: {
        path:
          '^(src/cli/[^/]+[.]ts|src/cli/package/serve[.]cjs|src/conformance/running/worker[.]ts|src/report/(formatter|html|site)[.]cjs|src/index[.]ts|steps/.+[.]ts|src/play/cucumber[.]ts' +
          '|src/report/site/client/(page|playground/(main|worker))[.]tsx?|src/serve/page/client/main[.]tsx)$',
        pathNot: '^steps/support/',
      },
      to: {
        path: '^src/|^steps/support/',
        pathNot: [
          TEST,
          // Commands, and what the bench starts in processes of their own.
          '^src/cli/[^/]+[.]ts$',
          '^src/cli/package/[^/]+[.]cjs$',
          // Loaded before a command.
          '^src/loader/seldomOptimized[.]cjs$',
          // Started in processes of their own.
          '^src/conformance/running/worker[.]ts$',
          '^src/cli/bench/(measure[.]ts|served[.]ts|cpuAtExit[.]cjs)$',
          '^src/report/(formatter|html|site)[.]',
          '^src/report/site/client/page[.]ts$',
          '^src/index[.]ts$',
          // What esbuild puts into the page, and what it puts in the place of packages.
          '^src/report/site/client/playground/(main|worker|steps[.]d)[.]tsx?$',
          '^src/serve/page/client/main[.]tsx$',
          '^src/play/shims/',
          '^src/kubernetes/wire/published/',
          '[.]data[.]json$',
        ],
        reachable: false,
      },
    },
    {
      name: 'no-test-code',
      comment: 'Tests and their kits are used by tests only',
      severity: 'error',
      from: { pathNot: TEST },
      to: { path: TEST },
    },
    {
      name: 'no-unlisted-packages',
      comment: 'What is imported stands in package.json',
      severity: 'error',
      from: {},
      to: {
        // All files of steps: see src/play/bundling.
        pathNot: '^rollcall:steps$',
        dependencyTypes: ['npm-no-pkg', 'npm-unknown', 'unknown', 'undetermined'],
      },
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
