import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { administrator } from '../../cluster/apiserver/requests/caller';
import { resources } from '../../kubernetes/kinds/resources';
import { type HostedCluster, hostCluster } from '../../serve/clusters/hostedCluster';
import { createAll } from './manifests';

const definition = `apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata:
  name: widgets.example.com
spec:
  group: example.com
  names: { plural: widgets, kind: Widget }
  scope: Namespaced
  versions:
    - name: v1
      served: true
      storage: true
      schema: { openAPIV3Schema: { type: object } }
---
apiVersion: example.com/v1
kind: Widget
metadata:
  name: one
`;

describe('files that a server is given', () => {
  let folder: string;
  let hosted: HostedCluster;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'rollcall-'));
    hosted = hostCluster('default');
  });
  afterEach(() => {
    hosted.close();
    rmSync(folder, { recursive: true });
  });

  const file = (name: string, text: string): string => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  };

  it('are created in their order, of kinds that they define, too', () => {
    const map = file('map.yaml', 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: notes\n');
    createAll([file('widgets.yaml', definition), map], hosted);
    const widgets = hosted.kinds.named('widgets');
    expect(widgets && hosted.server.get(widgets, 'default', 'one', administrator).metadata.name).to.equal(
      'one',
    );
    expect(hosted.server.get(resources.configmaps, 'default', 'notes', administrator).metadata.uid).to.be.a(
      'string',
    );
  });

  it('are refused with their name and line', () => {
    const lost = join(folder, 'lost.yaml');
    expect(() => createAll([lost], hosted)).to.throw(`${lost}: no such file.`);
    const empty = file('empty.yaml', '---\n');
    expect(() => createAll([empty], hosted)).to.throw(`${empty}: no object in this file.`);
    const wrong = file(
      'wrong.yaml',
      'apiVersion: v1\nkind: ConfigMap\nmetadata: { name: a }\n---\napiVersion: v1\nkind: ConfigMap\nmetadata: { name: A }\n',
    );
    expect(() => createAll([wrong], hosted)).to.throw(`${wrong}:5: ConfigMap "A" is invalid`);
  });
});
