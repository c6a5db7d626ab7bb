import { controllerOf } from '../src/kubernetes/fields/meta';
import type { ControllerRevision } from '../src/kubernetes/kinds/controllerrevision/controllerRevision';
import type { PodSpec } from '../src/kubernetes/kinds/pod/pod';
import { resources } from '../src/kubernetes/kinds/resources';
import { type DataTable, Then } from './language/define';
import { rowsBelow } from './support/below';
import { daemonPodAt } from './support/daemonPods';
import { expectSame, fail } from './support/expectations';
import { type NodesSaid, namesOfNodes } from './support/nodesSaid';
import { asWritten, readRows } from './support/tables';
import { checkVersions, versionSaid } from './support/versions';
import type { Scenario } from './world';

const HASH = 'controller-revision-hash';

/** The revisions that a daemon set owns, oldest first. */
const revisionsOf = async (
  { cluster, names }: Scenario,
  set: string,
): Promise<readonly ControllerRevision[]> => {
  const { namespace } = names.meant('DaemonSet', set);
  const all = await cluster.api.list<ControllerRevision>({
    resource: resources.controllerrevisions,
    namespace,
  });
  return all.items
    .filter((revision) => controllerOf(revision)?.name === set)
    .sort((a, b) => a.revision - b.revision);
};

/** The pods of the template that a revision remembers. */
const podSpecIn = ({ data }: ControllerRevision): PodSpec =>
  (data as { readonly spec: { readonly template: { readonly spec: PodSpec } } }).spec.template.spec;

const COLUMNS = { revision: 'its number', version: 'a tag, like v2' };
const REVISION_TABLE = rowsBelow(COLUMNS, { needs: ['revision', 'version'] });

Then(
  'the revisions of {string} are:',
  REVISION_TABLE,
  async function (this: Scenario, set: string, table: DataTable) {
    const rows = readRows(table, COLUMNS, asWritten, { needs: ['revision', 'version'] });
    const versions = rows.map(({ version = '' }) => version);
    const revisions = await revisionsOf(this, set);
    checkVersions(this, set, versions);
    expectSame(
      `"${set}" remembers other revisions.`,
      rows.map(({ revision, version }) => `${revision}: ${version}`).join('\n'),
      revisions.map((each) => `${each.revision}: ${versionSaid(podSpecIn(each), set, versions)}`).join('\n'),
    );
  },
);

Then(
  'the pod(s) of {string} on {nodes} carry/carries the hash of revision {int}',
  async function (this: Scenario, set: string, said: NodesSaid, number: number) {
    const nodes = namesOfNodes(this, said);
    const revision = (await revisionsOf(this, set)).find((each) => each.revision === number);
    if (!revision) return fail(`"${set}" should have a revision ${number}.`, String(number), '(none)');
    const hash = revision.metadata.labels?.[HASH];
    const hashOn = (node: string) => daemonPodAt(this, set, 'on', node).metadata.labels?.[HASH];
    expectSame(
      `The pods of "${set}" should carry the label ${HASH} of revision ${number}.`,
      nodes.map((node) => `${node}: ${hash}`).join('\n'),
      nodes.map((node) => `${node}: ${hashOn(node)}`).join('\n'),
    );
  },
);

// Of what never was, nothing can be left.
Then('no revision of {string} is left', async function (this: Scenario, set: string) {
  const { namespace } = this.names.meant('DaemonSet', set);
  const wereThere = this.cluster.timeline
    .changes()
    .some(
      ({ object }) =>
        object.kind === 'ControllerRevision' &&
        object.metadata.namespace === namespace &&
        controllerOf(object)?.name === set,
    );
  if (!wereThere) fail(`"${set}" never had a revision.`, 'revisions that went', '(none)');
  const revisions = await revisionsOf(this, set);
  if (revisions.length > 0)
    fail(
      `No revision of "${set}" should be left.`,
      '(none)',
      revisions.map(({ revision }) => String(revision)).join('\n'),
    );
});
