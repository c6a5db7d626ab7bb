import { expect } from 'chai';
import type { ResourceType } from '../resourceType';
import { definitionOf } from '../wire/schema/schema';
import { resources } from './resources';
import { hasStatusSubresource, servedKinds } from './served';

const find = (apiVersion: string, kind: string) =>
  servedKinds.find((each) => each.apiVersion === apiVersion && each.kind === kind);

describe('served kinds', () => {
  it('have schemas, and so have their subresources', () => {
    const lacking = servedKinds
      .flatMap((kind) => [kind, ...kind.subresources])
      .filter((each) => definitionOf(each) === undefined)
      .map(({ kind }) => kind);
    // Options of streams stand in the path, not in a body.
    expect(lacking.filter((kind) => !kind.endsWith('Options'))).to.deep.equal([]);
  });

  it('are described as the kinds that have rooms are, subresources included', () => {
    const described = ({ apiVersion, group, version, kind, plural, singular, ...rest }: ResourceType) => {
      const { shortNames, categories, namespaced, verbs } = rest;
      return {
        apiVersion,
        group,
        version,
        kind,
        plural,
        singular,
        shortNames,
        categories,
        namespaced,
        verbs,
      };
    };
    for (const known of Object.values<ResourceType>(resources)) {
      const published = find(known.apiVersion, known.kind);
      expect(published && described(published)).to.deep.equal(described(known));
      expect(published?.subresources).to.deep.equal(known.subresources);
    }
  });

  it('say what their subresources speak', () => {
    const deployments = find('apps/v1', 'Deployment');
    expect(
      deployments?.subresources.map(({ name, apiVersion, kind }) => [name, apiVersion, kind]),
    ).to.deep.equal([
      ['scale', 'autoscaling/v1', 'Scale'],
      ['status', 'apps/v1', 'Deployment'],
    ]);
  });

  it('tell which have a status of its own path', () => {
    const has = (apiVersion: string, kind: string) => {
      const served = find(apiVersion, kind);
      return served && hasStatusSubresource(served);
    };
    expect(has('apps/v1', 'Deployment')).to.equal(true);
    expect(has('networking.k8s.io/v1', 'NetworkPolicy')).to.equal(false);
  });
});
