import { expect } from 'chai';
import {
  type CustomResourceDefinition,
  isEstablished,
} from '../../kubernetes/kinds/customresource/definition/definition';
import { customresourcedefinitions } from '../../kubernetes/kinds/customresource/definition/kind';
import { resources } from '../../kubernetes/kinds/resources';
import type { Manifest } from '../../kubernetes/object';
import { refusalOf, Stage } from '../stage.testkit';
import { CustomResourceDefinitionController } from './customResourceDefinitions';

const BACKUP = { apiVersion: 'example.com/v1', kind: 'Backup' };

const schemaOf = (spec: object) => ({ openAPIV3Schema: { type: 'object', properties: { spec } } });
const SIZED = schemaOf({ type: 'object', properties: { size: { type: 'integer' } } });

const definitionOf = (group: string, kind: string, schema: object = SIZED): Manifest => {
  const plural = `${kind.toLowerCase()}s`;
  return {
    apiVersion: 'apiextensions.k8s.io/v1',
    kind: 'CustomResourceDefinition',
    metadata: { name: `${plural}.${group}` },
    spec: {
      group,
      scope: 'Namespaced',
      names: { plural, kind },
      versions: [{ name: 'v1', served: true, storage: true, schema }],
    },
  };
};

describe('the controller of custom resource definitions', () => {
  let stage = new Stage();
  beforeEach(() => {
    stage = new Stage();
    new CustomResourceDefinitionController(stage);
  });

  const define = (manifest: Manifest): CustomResourceDefinition => {
    const { name } = stage.create(manifest).metadata;
    stage.loop.settle(1000);
    return stage.find(customresourcedefinitions, name, '') as CustomResourceDefinition;
  };
  const backups = () => stage.registry.kinds.of(BACKUP);

  it('establishes a definition, and has served what it defines', () => {
    expect(backups()).to.equal(undefined);
    expect(isEstablished(define(definitionOf('example.com', 'Backup')))).to.equal(true);
    stage.create({ ...BACKUP, metadata: { name: 'nightly', namespace: 'shop' }, spec: { size: 3 } });
    const kind = backups();
    expect(kind && stage.names(kind)).to.deep.equal(['nightly']);
  });

  it('withdraws the kind with its definition, and deletes its objects', () => {
    define(definitionOf('example.com', 'Backup'));
    stage.create({ ...BACKUP, metadata: { name: 'nightly', namespace: 'shop' } });
    stage.delete(customresourcedefinitions, 'backups.example.com');
    stage.loop.settle(1000);
    expect(backups()).to.equal(undefined);
    define(definitionOf('example.com', 'Backup'));
    const again = backups();
    expect(again && stage.names(again)).to.deep.equal([]);
  });

  it('knows what was defined before it started', () => {
    define(definitionOf('example.com', 'Backup'));
    const kind = backups();
    new CustomResourceDefinitionController(stage);
    stage.loop.settle(1000);
    expect(backups()).to.equal(kind);
  });

  it('leaves alone what Kubernetes serves itself', () => {
    define(definitionOf('apps', 'DaemonSet'));
    expect(stage.registry.kinds.of({ apiVersion: 'apps/v1', kind: 'DaemonSet' })).to.equal(
      resources.daemonsets,
    );
    expect(resources.daemonsets.shortNames).to.deep.equal(['ds']);
    stage.delete(customresourcedefinitions, 'daemonsets.apps');
    stage.loop.settle(1000);
    expect(stage.registry.kinds.named('ds')).to.equal(resources.daemonsets);
  });

  it('has objects refused that do not keep to the schema', () => {
    define(definitionOf('example.com', 'Backup'));
    const big = { ...BACKUP, metadata: { name: 'nightly', namespace: 'shop' }, spec: { size: 'big' } };
    const caller = { name: 'ann', groups: ['system:masters'] };
    expect(refusalOf(() => stage.server.create(big, caller, 'shop')).message).to.match(/spec\.size/);
  });
});
