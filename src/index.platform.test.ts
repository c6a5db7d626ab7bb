import { readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { join, relative } from 'node:path';
import { expect } from 'chai';
import ts from 'typescript';
import { BareRealm } from './bareRealm.testkit';

/** A daemon set from its creation to what `oc` prints, as a script for somebody who has the public entry only. */
const STORY = `(async ({ createInProcessCluster, resources, runCommand }) => {
  const cluster = createInProcessCluster();
  for (const name of ['east-1', 'east-2']) await cluster.world.addNode({ name });
  const labels = { app: 'log-agent' };
  await cluster.api.create({
    apiVersion: 'apps/v1',
    kind: 'DaemonSet',
    metadata: { name: 'log-agent' },
    spec: {
      selector: { matchLabels: labels },
      template: { metadata: { labels }, spec: { containers: [{ name: 'agent', image: 'log-agent:1.0' }] } },
    },
  });
  await cluster.time.settle();
  const { items } = await cluster.api.list({ resource: resources.pods });
  const shell = { cluster, namespace: 'default', readFile: () => '' };
  const printed = [];
  for (const line of ['oc get pods -o wide', 'oc get ds -o yaml', 'oc describe ds log-agent'])
    printed.push((await runCommand(line, shell)).terminal);
  return { nodes: items.map(({ spec }) => spec.nodeName), printed };
})`;

/** What Node.js has for everybody, and a browser has not. */
const OF_NODE = new Set([
  'process',
  'Buffer',
  'global',
  '__dirname',
  '__filename',
  'setImmediate',
  'require',
]);

/** True of a name that stands for itself: no property, no key. */
const isFree = (name: ts.Identifier): boolean =>
  !(ts.isPropertyAccessExpression(name.parent) && name.parent.name === name) &&
  !(ts.isPropertyAssignment(name.parent) && name.parent.name === name);

/** Where a module uses what only Node.js has, be it in a function that nobody has called. */
const usesOfNode = (file: string): readonly string[] => {
  const text = readFileSync(file, 'utf8');
  if (![...OF_NODE].some((name) => text.includes(name))) return [];
  const uses: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node) && OF_NODE.has(node.text) && isFree(node)) uses.push(node.text);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, text, ts.ScriptTarget.ES2022, true));
  return uses.map((use) => `${relative(__dirname, file)}: ${use}`);
};

/** The modules of Node.js that a module imports, be it only when a function is called. */
const importsOfNode = (file: string): readonly string[] =>
  ts
    .preProcessFile(readFileSync(file, 'utf8'))
    .importedFiles.flatMap(({ fileName }) =>
      isBuiltin(fileName) ? [`${relative(__dirname, file)}: ${fileName}`] : [],
    );

describe('what stands behind the public entry', function () {
  this.timeout(120_000);
  const realm = new BareRealm();
  let entry: unknown;

  before(() => {
    entry = realm.load(join(__dirname, 'index.ts'));
  });

  it('runs where there is nothing but the language', async () => {
    const story = realm.run(STORY) as (entry: unknown) => Promise<{ nodes: string[]; printed: string[] }>;
    const { nodes, printed } = await story(entry);
    expect(nodes).to.have.members(['east-1', 'east-2']);
    expect(printed[0]).to.match(/log-agent-\w{5} +1\/1 +Running/);
    expect(printed[1]).to.match(/^apiVersion: v1\nitems:/);
    expect(printed[2]).to.match(/^Name: +log-agent\n/);
  });

  it('uses nothing of Node.js', () => {
    const own = realm.files.filter((file) => file.startsWith(__dirname) && file.endsWith('.ts'));
    expect(own).to.have.length.greaterThan(100);
    expect(own.flatMap(usesOfNode)).to.deep.equal([]);
    expect(own.flatMap(importsOfNode)).to.deep.equal([]);
  });
});
