import { expect } from 'chai';
import type { Part } from '../../../../kubernetes/fields/fill';
import { NAMESPACE, refusalOf } from '../../../stage.testkit';
import { administrator } from '../caller';
import { PartStage } from './parts.testkit';

describe('the finalizing of a namespace', () => {
  let stage = new PartStage();
  beforeEach(() => {
    stage = new PartStage();
  });
  const finalized = (name: string, finalizers: readonly string[]): Part => ({
    apiVersion: 'v1',
    kind: 'Namespace',
    metadata: { name },
    spec: { finalizers },
  });

  it('lets go a namespace that is on its way out', () => {
    stage.send({ apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'old' } });
    stage.put('namespaces', 'old', 'finalize', finalized('old', ['kubernetes', 'example.com/mine']));
    expect(stage.stored('namespaces', 'old').spec.finalizers).to.deep.equal([
      'kubernetes',
      'example.com/mine',
    ]);
    stage.server.delete(stage.kind('namespaces'), undefined, 'old', {}, administrator);
    stage.put('namespaces', 'old', 'finalize', finalized('old', []));
    expect(refusalOf(() => stage.stored('namespaces', 'old')).code).to.equal(404);
  });

  it('refuses what is no finalizer', () => {
    expect(
      refusalOf(() => stage.put('namespaces', NAMESPACE, 'finalize', finalized(NAMESPACE, ['mine']))).message,
    ).to.match(/spec\.finalizers\[0\]: Invalid value: "mine": name is neither a standard finalizer name/);
  });
});
