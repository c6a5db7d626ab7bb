import { expect } from 'chai';
import { decodeProtobuf, encodeProtobuf } from './protobuf';

/** What kubectl 1.32 sent for these commands, and what its objects are in JSON. */
const SENT: readonly (readonly [command: string, base64: string, object: object])[] = [
  [
    'create namespace lab',
    'azhzAAoPCgJ2MRIJTmFtZXNwYWNlEhsKEwoDbGFiEgAaACIAKgAyADgAQgASABoCCgAaACIA',
    { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'lab' }, spec: {}, status: {} },
  ],
  [
    'create serviceaccount robot',
    'azhzAAoUCgJ2MRIOU2VydmljZUFjY291bnQSFwoVCgVyb2JvdBIAGgAiACoAMgA4AEIAGgAiAA==',
    { apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name: 'robot' } },
  ],
  [
    'create configmap settings --from-literal=colour=green',
    'azhzAAoPCgJ2MRIJQ29uZmlnTWFwEisKGAoIc2V0dGluZ3MSABoAIgAqADIAOABCABIPCgZjb2xvdXISBWdyZWVuGgAiAA==',
    { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'settings' }, data: { colour: 'green' } },
  ],
  [
    'create quota few --hard=pods=5,cpu=0.5',
    'azhzAAoTCgJ2MRINUmVzb3VyY2VRdW90YRI1ChMKA2ZldxIAGgAiACoAMgA4AEIAEhwKDQoDY3B1EgYKBDUwMG0KCwoEcG9kcxIDCgE1GgAaACIA',
    {
      apiVersion: 'v1',
      kind: 'ResourceQuota',
      metadata: { name: 'few' },
      spec: { hard: { cpu: '500m', pods: '5' } },
      status: {},
    },
  ],
  [
    'create role reader --verb=get,list --resource=pods',
    'azhzAAokChxyYmFjLmF1dGhvcml6YXRpb24uazhzLmlvL3YxEgRSb2xlEi0KFgoGcmVhZGVyEgAaACIAKgAyADgAQgASEwoDZ2V0CgRsaXN0EgAaBHBvZHMaACIA',
    {
      apiVersion: 'rbac.authorization.k8s.io/v1',
      kind: 'Role',
      metadata: { name: 'reader' },
      rules: [{ verbs: ['get', 'list'], apiGroups: [''], resources: ['pods'] }],
    },
  ],
  [
    'auth can-i get pods',
    'azhzAAoyChdhdXRob3JpemF0aW9uLms4cy5pby92MRIXU2VsZlN1YmplY3RBY2Nlc3NSZXZpZXcSPAoQCgASABoAIgAqADIAOABCABIeChwKB2RlZmF1bHQSA2dldBoAIgAqBHBvZHMyADoAGggIABIAGgAgABoAIgA=',
    {
      apiVersion: 'authorization.k8s.io/v1',
      kind: 'SelfSubjectAccessReview',
      metadata: {},
      spec: { resourceAttributes: { namespace: 'default', verb: 'get', resource: 'pods' } },
      status: { allowed: false },
    },
  ],
  [
    'auth whoami',
    'azhzAAotChhhdXRoZW50aWNhdGlvbi5rOHMuaW8vdjESEVNlbGZTdWJqZWN0UmV2aWV3EhoKEAoAEgAaACIAKgAyADgAQgASBgoECgASABoAIgA=',
    {
      apiVersion: 'authentication.k8s.io/v1',
      kind: 'SelfSubjectReview',
      metadata: {},
      status: { userInfo: {} },
    },
  ],
  [
    'create deployment web --image=nginx --replicas=0',
    'azhzAAoVCgdhcHBzL3YxEgpEZXBsb3ltZW50EqsBCh8KA3dlYhIAGgAiACoAMgA4AEIAWgoKA2FwcBIDd2ViEnoIABIMCgoKA2FwcBIDd2ViGmAKHAoAEgAaACIAKgAyADgAQgBaCgoDYXBwEgN3ZWISQBIiCgVuZ2lueBIFbmdpbngqAEIAagByAIABAIgBAJABAKIBABoAMgBCAEoAUgBYAGAAaACCAQCKAQCaAQDCAQAiAgoAKAA4ABoMCAAQABgAIAAoADgAGgAiAA==',
    {
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata: { name: 'web', labels: { app: 'web' } },
      spec: {
        replicas: 0,
        selector: { matchLabels: { app: 'web' } },
        template: {
          metadata: { labels: { app: 'web' } },
          spec: { containers: [{ name: 'nginx', image: 'nginx', resources: {} }] },
        },
        strategy: {},
      },
      status: {},
    },
  ],
  [
    'create pdb p --selector=a=b --min-available=50%',
    'azhzAAogCglwb2xpY3kvdjESE1BvZERpc3J1cHRpb25CdWRnZXQSNgoRCgFwEgAaACIAKgAyADgAQgASFQoJCAEQABoDNTAlEggKBgoBYRIBYhoKCAAYACAAKAAwABoAIgA=',
    {
      apiVersion: 'policy/v1',
      kind: 'PodDisruptionBudget',
      metadata: { name: 'p' },
      spec: { minAvailable: '50%', selector: { matchLabels: { a: 'b' } } },
      status: { disruptionsAllowed: 0, currentHealthy: 0, desiredHealthy: 0, expectedPods: 0 },
    },
  ],
  [
    'create token default',
    'azhzAAooChhhdXRoZW50aWNhdGlvbi5rOHMuaW8vdjESDFRva2VuUmVxdWVzdBIaChAKABIAGgAiACoAMgA4AEIAEgAaBAoAEgAaACIA',
    {
      apiVersion: 'authentication.k8s.io/v1',
      kind: 'TokenRequest',
      metadata: {},
      spec: { audiences: null, boundObjectRef: null, expirationSeconds: null },
      status: { token: '', expirationTimestamp: null },
    },
  ],
];

describe('what kubectl sends', () => {
  for (const [command, base64, object] of SENT)
    it(`for ${command}`, () => {
      const bytes = Buffer.from(base64, 'base64');
      const read = decodeProtobuf(bytes);
      expect(read).to.deep.equal(object);
      expect(Buffer.from(encodeProtobuf(read)).toString('base64')).to.equal(base64);
    });
});
