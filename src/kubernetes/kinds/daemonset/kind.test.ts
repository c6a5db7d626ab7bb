import { expect } from 'chai';
import { ApiError } from '../../refusals';
import { stored } from '../objects.testkit';
import type { DaemonSet } from './daemonSet';
import { daemonsets } from './kind';
import { TEMPLATE_GENERATION, templateGenerationOf } from './templateGeneration';

const annotated = (generation: string): DaemonSet =>
  stored(
    daemonsets,
    { spec: { selector: { matchLabels: { app: 'agent' } }, template: {} } },
    { generation: 1, annotations: { [TEMPLATE_GENERATION]: generation } },
  );
const made = daemonsets.prepareForCreate(
  stored(
    daemonsets,
    { spec: { selector: { matchLabels: { app: 'agent' } }, template: {} } },
    { generation: 1 },
  ),
);
const withSpec = (spec: Partial<DaemonSet['spec']>): DaemonSet => ({
  ...made,
  spec: { ...made.spec, ...spec },
});
const generations = (set: DaemonSet) => [set.metadata.generation, templateGenerationOf(set)];
const updated = (next: DaemonSet) => generations(daemonsets.prepareForUpdate(next, made));

describe('the generations of a daemon set', () => {
  it('begin with one', () => {
    expect(generations(made)).to.deep.equal([1, 1]);
  });

  it('stay if only metadata changes', () => {
    expect(updated({ ...made, metadata: { ...made.metadata, labels: { a: '1' } } })).to.deep.equal([1, 1]);
  });

  it('stay if the spec says the same again', () => {
    expect(updated(withSpec({ ...made.spec }))).to.deep.equal([1, 1]);
  });

  it('move on with the spec, and both with the template', () => {
    expect(updated(withSpec({ minReadySeconds: 5 }))).to.deep.equal([2, 1]);
    const template = { ...made.spec.template, metadata: { labels: { app: 'agent', tier: 'a' } } };
    expect(updated(withSpec({ template }))).to.deep.equal([2, 2]);
  });

  it('cannot be set by who updates it', () => {
    expect(updated(annotated('9'))).to.deep.equal([1, 1]);
  });

  it('may begin higher, as whoever creates the set says', () => {
    expect(templateGenerationOf(daemonsets.prepareForCreate(annotated('9')))).to.equal(9);
    expect(templateGenerationOf(daemonsets.prepareForCreate(annotated('-4')))).to.equal(1);
  });

  it('are refused if they are no number', () => {
    const refused = (text: string) => () => daemonsets.prepareForCreate(annotated(text));
    expect(refused('two'))
      .to.throw(
        ApiError,
        'DaemonSet in version "v1" cannot be handled as a DaemonSet: strconv.ParseInt: parsing "two": invalid syntax',
      )
      .with.property('code', 400);
    expect(refused('9'.repeat(20))).to.throw(ApiError, /"9{20}": value out of range$/);
  });
});

describe('the status of a daemon set', () => {
  const full = { ...made, status: { ...made.status, numberReady: 3 } };

  it('is emptied at creation', () => {
    expect(daemonsets.prepareForCreate(full).status.numberReady).to.equal(0);
  });

  it('stays as it is in an ordinary update', () => {
    expect(daemonsets.prepareForUpdate(full, made).status).to.equal(made.status);
  });
});
