import type { NewObject } from '../component/client';

/** Which groups are listed first, and which of their versions. @see pkg/controlplane/apiserver/aggregator.go */
const PRIORITIES: Readonly<Record<string, readonly [group: number, version: number]>> = {
  v1: [18000, 1],
  'admissionregistration.k8s.io/v1': [16700, 15],
  'apiextensions.k8s.io/v1': [16700, 15],
  'apps/v1': [17800, 15],
  'authentication.k8s.io/v1': [17700, 15],
  'authorization.k8s.io/v1': [17600, 15],
  'autoscaling/v1': [17500, 15],
  'autoscaling/v2': [17500, 30],
  'batch/v1': [17400, 15],
  'certificates.k8s.io/v1': [17300, 15],
  'coordination.k8s.io/v1': [16500, 15],
  'discovery.k8s.io/v1': [16200, 15],
  'events.k8s.io/v1': [17750, 15],
  'flowcontrol.apiserver.k8s.io/v1': [16100, 21],
  'networking.k8s.io/v1': [17200, 15],
  'node.k8s.io/v1': [16300, 15],
  'policy/v1': [17100, 15],
  'rbac.authorization.k8s.io/v1': [17000, 15],
  'resource.k8s.io/v1': [16200, 21],
  'scheduling.k8s.io/v1': [16600, 15],
  'storage.k8s.io/v1': [16800, 15],
};

/** One for each group and version that the API server serves itself. */
export const apiServices = (): readonly NewObject[] =>
  Object.entries(PRIORITIES).map(([apiVersion, [groupPriorityMinimum, versionPriority]]) => {
    const [version = '', group = ''] = apiVersion.split('/').reverse();
    return {
      apiVersion: 'apiregistration.k8s.io/v1',
      kind: 'APIService',
      metadata: {
        name: `${version}.${group}`,
        labels: { 'kube-aggregator.kubernetes.io/automanaged': 'onstart' },
      },
      spec: { ...(group ? { group } : {}), version, groupPriorityMinimum, versionPriority },
    };
  });
