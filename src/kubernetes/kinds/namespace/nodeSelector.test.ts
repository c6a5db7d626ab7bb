import { expect } from 'chai';
import type { KubeObject, StringMap } from '../../object';
import {
  annotatedNodeSelector,
  KUBERNETES_NODE_SELECTOR,
  OPENSHIFT_NODE_SELECTOR,
  projectNodeSelector,
  readNodeSelector,
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

  it('is none if the project is not annotated', () => {
    expect(projectNodeSelector(project({ [OPENSHIFT_NODE_SELECTOR]: 'zone=west' }))).to.deep.equal({
      zone: 'west',
    });
    expect(projectNodeSelector(project({ [OPENSHIFT_NODE_SELECTOR]: '' }))).to.deep.equal({});
    expect(projectNodeSelector(project({}))).to.equal(undefined);
    expect(projectNodeSelector(undefined)).to.equal(undefined);
  });

  it('selects like an empty one if it cannot be read', () => {
    expect(readNodeSelector('zone=east,disk=ssd')).to.deep.equal({ zone: 'east', disk: 'ssd' });
    expect(readNodeSelector('zone in (east)')).to.deep.equal({});
    expect(readNodeSelector('')).to.deep.equal({});
  });
});
