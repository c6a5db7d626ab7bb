import type { Manifest } from '../../kubernetes/object';

/** Where everything that is measured lives. */
export const NAMESPACE = 'default';

/** Model time enough for everything to come to rest. */
export const HORIZON = 24 * 3600_000;

/** A daemon set like many: one container, and the rest by default. */
export const daemonSet = (name: string, version: string, maxUnavailable: number | string = 1): Manifest => ({
  apiVersion: 'apps/v1',
  kind: 'DaemonSet',
  metadata: { name, namespace: NAMESPACE },
  spec: {
    selector: { matchLabels: { app: name } },
    updateStrategy: { type: 'RollingUpdate', rollingUpdate: { maxUnavailable } },
    template: {
      metadata: { labels: { app: name } },
      spec: { containers: [{ name: 'agent', image: `registry.example.com/${name}:${version}` }] },
    },
  },
});
