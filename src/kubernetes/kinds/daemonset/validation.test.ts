import { expect } from 'chai';
import { container, type Fields, stored, wrong } from '../objects.testkit';
import type { DaemonSet } from './daemonSet';
import { daemonsets } from './kind';

/** A daemon set in order, but for these fields of its pods’ spec or of its own. */
const daemonSet = (podSpec: Fields = {}, spec: Fields = {}): DaemonSet =>
  stored(daemonsets, {
    spec: {
      selector: { matchLabels: { app: 'agent' } },
      template: { metadata: { labels: { app: 'agent' } }, spec: { containers: [container], ...podSpec } },
      ...spec,
    },
  });

describe('a new daemon set', () => {
  it('is in order', () => expect(daemonsets.validateCreate(daemonSet())).to.deep.equal([]));

  it('may have nothing in its template that pods may not have', () => {
    const tolerations = [{ key: 'a', operator: 'Gt', value: '3' }];
    expect(wrong(daemonsets.validateCreate(daemonSet({ tolerations })))).to.deep.equal([
      'spec.template.spec.tolerations[0].operator: Unsupported value: "Gt": supported values: "Equal", "Exists", "Lt", "Gt"',
    ]);
  });

  it('keeps its pods running', () => {
    expect(wrong(daemonsets.validateCreate(daemonSet({ restartPolicy: 'Never' })))).to.deep.equal([
      'spec.template.spec.restartPolicy: Unsupported value: "Never": supported values: "Always"',
    ]);
  });
});

describe('a changed daemon set', () => {
  it('keeps its selector, printed in Go’s order', () => {
    const selector = {
      matchExpressions: [{ key: 'app', operator: 'In', values: ['agent'] }],
      matchLabels: { app: 'agent' },
    };
    expect(wrong(daemonsets.validateUpdate(daemonSet({}, { selector }), daemonSet()))).to.deep.equal([
      'spec.selector: Invalid value: {"matchLabels":{"app":"agent"},"matchExpressions":[{"key":"app","operator":"In","values":["agent"]}]}: field is immutable',
    ]);
  });

  it('has a selector that is gone printed as Go prints a pointer to nothing', () => {
    const without = daemonSet({}, { selector: undefined });
    expect(wrong(daemonsets.validateUpdate(without, daemonSet()))[0]).to.equal(
      'spec.selector: Invalid value: null: field is immutable',
    );
  });

  it('is told first of what it may not change, and then of what is wrong with it, each once', () => {
    const next = daemonSet({}, { selector: { matchLabels: { app: 'agent', tier: 'back' } } });
    expect(wrong(daemonsets.validateUpdate(next, daemonSet()))).to.deep.equal([
      'spec.selector: Invalid value: {"matchLabels":{"app":"agent","tier":"back"}}: field is immutable',
      'spec.template.metadata.labels: Invalid value: {"app":"agent"}: `selector` does not match template `labels`',
    ]);
  });

  it('may have another template', () => {
    const next = daemonSet({ containers: [{ ...container, image: 'b' }] });
    expect(daemonsets.validateUpdate(next, daemonSet())).to.deep.equal([]);
  });

  it('keeps name, namespace and uid, and needs a resource version', () => {
    const current = daemonSet();
    const next = { ...current, metadata: { ...current.metadata, uid: 'u-2', resourceVersion: '' } };
    expect(wrong(daemonsets.validateUpdate(next, current))).to.deep.equal([
      'metadata.resourceVersion: Invalid value: "": must be specified for an update',
      'metadata.uid: Invalid value: "u-2": field is immutable',
    ]);
  });

  it('counts nothing below zero in its status', () => {
    const current = daemonSet();
    const next = { ...current, status: { ...current.status, numberReady: -1 } };
    expect(wrong(daemonsets.validateStatusUpdate(next, current))).to.deep.equal([
      'status.numberReady: Invalid value: -1: must be greater than or equal to 0',
    ]);
  });
});
