import { expect } from 'chai';
import { definitionOf } from '../wire/schema/schema';
import { allResources } from './resources';
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

  it('are described as the kinds that have rooms are', () => {
    for (const known of allResources()) {
      expect(find(known.apiVersion, known.kind)).to.deep.include({ ...known });
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
