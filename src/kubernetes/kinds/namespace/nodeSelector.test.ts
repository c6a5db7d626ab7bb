import { expect } from 'chai';
import type { KubeObject, StringMap } from '../../object';
import {
  annotatedNodeSelector,
  KUBERNETES_NODE_SELECTOR,
  OPENSHIFT_NODE_SELECTOR,
  projectNodeSelector,
} from './nodeSelector';

const project = (annotations?: StringMap): KubeObject => ({
  apiVersion: 'v1',
  kind: 'Namespace',
  metadata: { name: 'shop', uid: 'u', resourceVersion: '1', creationTimestamp: '', annotations },
});

describe("a project's node selector", () => {
  it("is Kubernetes' annotation before OpenShift's", () => {
    const both = { [OPENSHIFT_NODE_SELECTOR]: 'zone=west', [KUBERNETES_NODE_SELECTOR]: 'zone=east' };
    expect(annotatedNodeSelector(project(both))).to.equal('zone=east');
    expect(annotatedNodeSelector(project({ [OPENSHIFT_NODE_SELECTOR]: 'zone=west' }))).to.equal('zone=west');
  });

  it('may be empty, which is not the same as none', () => {
    expect(annotatedNodeSelector(project({ [OPENSHIFT_NODE_SELECTOR]: '' }))).to.equal('');
    expect(annotatedNodeSelector(project({}))).to.equal(undefined);
    expect(annotatedNodeSelector(undefined)).to.equal(undefined);
  });

  const selects = (text: string, labels: StringMap): boolean =>
    projectNodeSelector(project({ [OPENSHIFT_NODE_SELECTOR]: text }))?.matches(labels) ?? true;

  it('is none if the project is not annotated', () => {
    expect(projectNodeSelector(project({ [OPENSHIFT_NODE_SELECTOR]: 'zone=west' }))?.text).to.equal(
      'zone=west',
    );
    expect(projectNodeSelector(project({ [OPENSHIFT_NODE_SELECTOR]: '' }))?.text).to.equal('');
    expect(projectNodeSelector(project({}))).to.equal(undefined);
    expect(projectNodeSelector(undefined)).to.equal(undefined);
  });

  it('may ask for labels, for one of several values, for keys that are there or not, and for numbers', () => {
    const labels = { zone: 'east', cores: '8' };
    for (const text of ['', 'zone=east', 'zone in (east,west)', '!gpu', 'zone', 'cores>4,zone!=west'])
      expect(selects(text, labels), text).to.equal(true);
    for (const text of ['zone=west', 'zone notin (east,west)', 'gpu', '!zone', 'cores<4,zone=east'])
      expect(selects(text, labels), text).to.equal(false);
  });

  it('selects every node if it cannot be read', () => {
    for (const text of ['zone in east', 'zone=a/b', 'zone=west disk=ssd', 'cores>many', '~=1'])
      expect(selects(text, {}), text).to.equal(true);
  });
});
