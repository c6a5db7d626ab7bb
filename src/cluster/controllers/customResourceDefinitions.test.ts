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

const administrator = { name: 'system:admin', groups: ['system:masters'] };
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

  describe('of a definition with several versions', () => {
    const version = (name: string, storage: boolean, field: string) => ({
      name,
      served: true,
      storage,
      schema: schemaOf({ type: 'object', properties: { [field]: { type: 'integer', default: 1 } } }),
    });
    const several = (...versions: readonly object[]): Manifest => {
      const definition = definitionOf('example.com', 'Backup');
      return { ...definition, spec: { ...(definition.spec as object), versions } };
    };
    const inVersion = (name: string) =>
      stage.registry.kinds.of({ apiVersion: `example.com/${name}`, kind: 'Backup' }) ??
      expect.fail(`${name} is not served`);
    const read = (name: string) => {
      const { apiVersion, ...rest } = stage.server.get(inVersion(name), 'shop', 'nightly', administrator);
      return { apiVersion, spec: (rest as unknown as { readonly spec: object }).spec };
    };
    const backup = { ...BACKUP, metadata: { name: 'nightly', namespace: 'shop' }, spec: { size: 3 } };

    it('serves each, and stores objects once', () => {
      define(several(version('v1', true, 'size'), version('v2', false, 'bytes')));
      stage.server.create(backup, administrator);
      expect(read('v1')).to.deep.equal({ apiVersion: 'example.com/v1', spec: { size: 3 } });
      expect(read('v2')).to.deep.equal({ apiVersion: 'example.com/v2', spec: { bytes: 1 } });
      const patch = { patch: { spec: { bytes: 7 } }, type: 'merge' } as const;
      stage.server.patch(inVersion('v2'), 'shop', 'nightly', patch, administrator);
      expect(read('v2').spec).to.deep.equal({ bytes: 7 });
    });

    it('loses nothing when another is to be stored, or one is no longer served', () => {
      define(several(version('v1', true, 'size'), version('v2', false, 'bytes')));
      stage.server.create(backup, administrator);
      const change = (...versions: readonly object[]): void => {
        stage.amend<CustomResourceDefinition>(
          customresourcedefinitions,
          'backups.example.com',
          (current) => ({
            ...current,
            spec: { ...current.spec, versions: versions as CustomResourceDefinition['spec']['versions'] },
          }),
        );
        stage.loop.settle(1000);
      };
      change(version('v1', false, 'size'), version('v2', true, 'bytes'));
      expect(read('v1').spec).to.deep.equal({ size: 3 });
      expect(read('v2').apiVersion).to.equal('example.com/v2');
      change(version('v1', true, 'size'));
      expect(stage.registry.kinds.of({ apiVersion: 'example.com/v2', kind: 'Backup' })).to.equal(undefined);
      expect(read('v1').spec).to.deep.equal({ size: 3 });
    });

    it('withdraws all of them with the definition', () => {
      define(several(version('v1', true, 'size'), version('v2', false, 'bytes')));
      stage.delete(customresourcedefinitions, 'backups.example.com');
      stage.loop.settle(1000);
      expect(stage.registry.kinds.all.filter(({ group }) => group === 'example.com')).to.deep.equal([]);
    });
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
