import { expect } from 'chai';
import type { Part } from '../../../../kubernetes/fields/fill';
import { refusalOf } from '../../../stage.testkit';
import { PartStage } from './parts.testkit';

describe('an eviction', () => {
  let stage = new PartStage();
  beforeEach(() => {
    stage = new PartStage();
    stage.pod('a', { node: 'east-1' });
  });
  const eviction = (rest: Part = {}): Part => ({
    apiVersion: 'policy/v1',
    kind: 'Eviction',
    metadata: { name: 'a' },
    ...rest,
  });

  it('asks the pod to leave, in the time that it says', () => {
    expect(
      stage.post('pods', 'a', 'eviction', eviction({ deleteOptions: { gracePeriodSeconds: 7 } })),
    ).to.include({
      kind: 'Status',
      status: 'Success',
      code: 201,
    });
    expect(stage.stored('pods', 'a').metadata).to.have.property('deletionGracePeriodSeconds', 7);
  });

  it('only tries, if the body says so', () => {
    stage.post('pods', 'a', 'eviction', eviction({ deleteOptions: { dryRun: ['All'] } }));
    expect(stage.stored('pods', 'a').metadata.deletionTimestamp).to.equal(undefined);
  });

  it('is about the pod of the path', () => {
    expect(
      refusalOf(() => stage.post('pods', 'a', 'eviction', eviction({ metadata: { name: 'b' } }))).message,
    ).to.equal('name in URL does not match name in Eviction object');
  });

  it('is read in its former version, too, and in no other', () => {
    const former = eviction({ apiVersion: 'policy/v1beta1', deleteOptions: { dryRun: ['All'] } });
    expect(stage.post('pods', 'a', 'eviction', former)).to.include({ status: 'Success' });
    expect(
      refusalOf(() => stage.post('pods', 'a', 'eviction', eviction({ apiVersion: 'policy/v2' }))).message,
    ).to.match(/^Eviction in version "v2" cannot be handled as a Eviction: no kind "Eviction" is registered/);
  });

  it('names its pod: one that names none evicts nobody', () => {
    expect(refusalOf(() => stage.post('pods', 'a', 'eviction', {}))).to.include({
      code: 400,
      message: 'name in URL does not match name in Eviction object',
    });
    expect(stage.stored('pods', 'a').metadata.deletionTimestamp).to.equal(undefined);
  });
});
