import type { KubeObject } from '../object';
import type { FieldCause } from '../refusals';
import { applyDefaults } from './defaults';

export type Fields = Record<string, unknown>;

/** An object as it is stored, with its defaults. */
export const stored = (
  apiVersion: string,
  kind: string,
  fields: Fields = {},
  metadata: Fields = {},
): KubeObject =>
  applyDefaults({
    apiVersion,
    kind,
    metadata: {
      name: 'agent',
      uid: 'u-1',
      resourceVersion: '7',
      creationTimestamp: '2026-01-01T00:00:00Z',
      ...metadata,
    },
    ...fields,
  } as unknown as KubeObject);

export const container = { name: 'main', image: 'example.test/agent:v1' };
export const inDefault = { namespace: 'default' };

/** A daemon set in order, but for these fields of its pods’ spec or of its own. */
export const daemonSet = (podSpec: Fields = {}, spec: Fields = {}): KubeObject =>
  stored(
    'apps/v1',
    'DaemonSet',
    {
      spec: {
        selector: { matchLabels: { app: 'agent' } },
        template: { metadata: { labels: { app: 'agent' } }, spec: { containers: [container], ...podSpec } },
        ...spec,
      },
    },
    inDefault,
  );

/** A pod in order, but for these fields. */
export const pod = (spec: Fields = {}, metadata: Fields = {}): KubeObject =>
  stored('v1', 'Pod', { spec: { containers: [container], ...spec } }, { ...inDefault, ...metadata });

/** What is wrong, as `field: message`. */
export const wrong = (causes: readonly FieldCause[]): readonly string[] =>
  causes.map(({ field, message }) => `${field}: ${message}`);
