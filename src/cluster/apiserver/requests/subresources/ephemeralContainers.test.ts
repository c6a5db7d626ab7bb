import { expect } from 'chai';
import type { Part } from '../../../../kubernetes/fields/fill';
import { refusalOf } from '../../../stage.testkit';
import { PartStage } from './parts.testkit';

describe('the ephemeral containers of a pod', () => {
  let stage = new PartStage();
  const debug = (image: string): Part => ({
    spec: { ephemeralContainers: [{ name: 'debug', image }] },
  });
  beforeEach(() => {
    stage = new PartStage();
    stage.send({
      apiVersion: 'v1',
      kind: 'Pod',
      metadata: { name: 'a' },
      spec: { containers: [{ name: 'main', image: 'agent:v1' }] },
    });
  });

  it('adds a container, and nothing else', () => {
    stage.merge('pods', 'a', 'ephemeralcontainers', {
      ...debug('tools:v1'),
      metadata: { labels: { x: 'y' } },
    });
    const { spec, metadata } = stage.stored('pods', 'a');
    expect((spec.ephemeralContainers as readonly Part[])[0]).to.deep.include({
      name: 'debug',
      image: 'tools:v1',
      terminationMessagePolicy: 'File',
    });
    expect([metadata.labels, metadata.generation]).to.deep.equal([undefined, 2]);
  });

  it('changes and removes none', () => {
    stage.merge('pods', 'a', 'ephemeralcontainers', debug('tools:v1'));
    const refusal = (patch: Part): string =>
      refusalOf(() => stage.merge('pods', 'a', 'ephemeralcontainers', patch)).message;
    expect(refusal(debug('tools:v2'))).to.match(
      /^Pod "a" is invalid: spec\.ephemeralContainers: Forbidden: existing ephemeral containers "debug" may not be changed/,
    );
    expect(refusal({ spec: { ephemeralContainers: [{ name: 'other', image: 'i' }] } })).to.match(
      /existing ephemeral containers "debug" may not be removed/,
    );
  });
});
