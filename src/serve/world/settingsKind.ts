import type { Settings } from '../../port/settings';
import { column, defineWorldKind, OF_ORDERS, OF_SINGLETONS, type WorldObject } from './worldKind';

/** Properties of the whole cluster. */
export type SettingsObject = WorldObject<Settings>;

export const settings = defineWorldKind<SettingsObject>({
  group: 'settings',
  kind: 'Settings',
  plural: 'settings',
  verbs: OF_SINGLETONS,
  description:
    'Properties of the whole cluster. There are these, "cluster". When they change, the control plane is restarted.',
  spec: {
    properties: {
      legacyScheduling: {
        type: 'boolean',
        default: false,
        description: 'The daemon set controller binds pods itself, as before Kubernetes 1.12.',
      },
      defaultNodeSelector: {
        type: 'string',
        default: '',
        description: "OpenShift's cluster-wide default node selector, key=value,…; empty for none.",
      },
      securityContextConstraints: {
        type: 'boolean',
        default: false,
        description: "OpenShift's security context constraints: every pod needs one that it fits.",
      },
    },
  },
  status: {},
  columns: [
    column('Legacy scheduling', 'boolean', '.spec.legacyScheduling', ''),
    column('Node selector', 'string', '.spec.defaultNodeSelector', ''),
    column('Constraints', 'boolean', '.spec.securityContextConstraints', ''),
  ],
});

/** Has the control plane begin anew. */
export const restarts = defineWorldKind<WorldObject<object>>({
  group: 'settings',
  kind: 'Restart',
  plural: 'restarts',
  verbs: OF_ORDERS,
  description:
    'Restarts the control plane: controllers know only what the API tells them, and set all their alarms anew.',
  spec: {},
  status: {
    properties: { time: { type: 'string', format: 'date-time', description: 'When the order was given.' } },
  },
});
