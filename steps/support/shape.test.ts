import { expect } from 'chai';
import { expectToContain, readYamlMap } from './shape';

const pod = {
  metadata: { name: 'log-agent-x7k2p', labels: { app: 'log-agent' } },
  spec: { nodeName: 'east-1', containers: [{ name: 'main', image: 'log-agent:v1' }] },
};

const contains = (shown: string) => () => expectToContain('It differs.', shown, pod);

describe('the part of an object that a feature shows', () => {
  it('may leave out fields', () => {
    expect(contains('spec: {nodeName: east-1, containers: [{name: main}]}')).not.to.throw();
  });

  it('must be there', () => {
    expect(contains('spec: {nodeName: east-2}')).to.throw('It differs.');
    expect(contains('spec: {hostNetwork: true}')).to.throw('It differs.');
  });

  it('shows lists in full', () => {
    expect(contains('spec: {containers: [{name: main}, {name: sidecar}]}')).to.throw('It differs.');
    expect(contains('spec: {containers: []}')).to.throw('It differs.');
  });

  it('says with null what must not be there', () => {
    expect(contains('spec: {affinity: null}')).not.to.throw();
    expect(contains('spec: {nodeName: null}')).to.throw('It differs.');
  });

  it('leaves out generated text with …', () => {
    expect(contains('metadata: {name: log-agent-…}')).not.to.throw();
    expect(contains('metadata: {name: report-…}')).to.throw('It differs.');
  });
});

describe('what a feature may not show of an object', () => {
  const typed = { apiVersion: 'v1', kind: 'Pod', ...pod };
  const shows = (shown: string) => () => expectToContain('It differs.', shown, typed);

  it('is nothing', () => {
    for (const nothing of ['{}', '', '# spec: {nodeName: east-2}'])
      expect(shows(nothing), nothing).to.throw('Nothing is shown that could be compared.');
    expect(shows('spec: {}')).to.throw('It differs.');
  });

  it('is a field that there is not', () => {
    for (const misspelt of ['spec: {nodeNam: null}', 'spec: {nodeNam: …}', 'spec: {containers: [{nam: a}]}'])
      expect(shows(misspelt), misspelt).to.throw('A Pod has no field');
    expect(shows('spec: {affinity: null}')).not.to.throw();
    expect(shows('metadata: {labels: {tier: null}}')).not.to.throw();
  });

  it('is anything, where nothing is', () => {
    expect(shows('spec: {affinity: …}')).to.throw('It differs.');
    expect(shows('metadata: {labels: …}')).not.to.throw();
    expect(shows('metadata: {labels: "[object…"}')).to.throw('It differs.');
  });
});

describe('readYamlMap', () => {
  it('refuses what is no map', () => {
    expect(() => readYamlMap('- a list')).to.throw('Expected a map');
  });
});
