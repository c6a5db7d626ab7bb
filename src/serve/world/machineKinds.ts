import type { Structural } from '../../kubernetes/wire/structural/structural';
import type { MachineObject } from './machine';
import { checkMachine } from './machineCheck';
import { column, defineWorldKind, OF_OBJECTS, OF_ORDERS, type WorldObject } from './worldKind';

export type Reboot = WorldObject<{ readonly machine: string; readonly downSeconds: number }>;
export type Shutdown = WorldObject<{ readonly machine: string }>;

const QUANTITY = { 'x-kubernetes-int-or-string': true } as const;
const TAINT: Structural = {
  type: 'object',
  required: ['key', 'effect'],
  properties: {
    key: { type: 'string' },
    value: { type: 'string' },
    effect: { type: 'string', enum: ['NoSchedule', 'PreferNoSchedule', 'NoExecute'] },
  },
};
const SHORTAGE: Structural = {
  type: 'object',
  required: ['type'],
  properties: {
    type: { type: 'string', enum: ['memory', 'disk', 'PID'] },
    evicts: { type: 'boolean', default: true, description: 'Pods that run have to go, one after the other.' },
  },
};

export const machines = defineWorldKind<MachineObject>({
  group: 'machines',
  kind: 'Machine',
  plural: 'machines',
  shortNames: ['mach'],
  verbs: OF_OBJECTS,
  description:
    'A machine that pods run on. It joins the cluster as a node of the same name, and takes it along when it goes.',
  spec: {
    properties: {
      labels: {
        type: 'object',
        additionalProperties: { type: 'string' },
        description: 'Labels that its node has from the start.',
      },
      taints: { type: 'array', items: TAINT, description: 'Taints that its node has from the start.' },
      cpu: { ...QUANTITY, description: 'A quantity. By default 4.' },
      memory: { ...QUANTITY, description: 'A quantity. By default 16Gi.' },
      pods: { type: 'integer', minimum: 0, description: 'How many pods it takes. By default 110.' },
      resources: {
        type: 'object',
        additionalProperties: QUANTITY,
        description: 'What else it has for pods, as quantities by name: nvidia.com/gpu, ephemeral-storage.',
      },
      ready: {
        type: 'boolean',
        default: true,
        description: 'False: its kubelet reports that it is not ready, for want of a network.',
      },
      silent: {
        type: 'boolean',
        default: false,
        description: 'It stops reporting; nothing on it can be started or stopped. What runs there runs on.',
      },
      pressure: {
        type: 'array',
        items: SHORTAGE,
        'x-kubernetes-list-type': 'map',
        'x-kubernetes-list-map-keys': ['type'],
        description: 'What it runs short of: it refuses pods, and evicts some.',
      },
    },
  },
  status: {
    properties: {
      node: { type: 'string', description: 'The node that it joined as.' },
      state: {
        type: 'string',
        description: 'Running, Silent, ShuttingDown, Off, or Refused if its name is taken.',
      },
      address: { type: 'string' },
      message: { type: 'string', description: 'Why it is not as it should be.' },
    },
  },
  columns: [
    column('State', 'string', '.status.state', 'How it is.'),
    column('Node', 'string', '.status.node', 'The node that it joined as.'),
    column('Address', 'string', '.status.address', 'Where it is in the network.'),
  ],
  check: checkMachine,
});

const GIVEN: Structural = {
  properties: { time: { type: 'string', format: 'date-time', description: 'When the order was given.' } },
};

export const reboots = defineWorldKind<Reboot>({
  group: 'machines',
  kind: 'Reboot',
  plural: 'reboots',
  verbs: OF_ORDERS,
  description: 'Has a machine stop at once, with all containers, and come back. One that is off is started.',
  spec: {
    required: ['machine'],
    properties: {
      machine: { type: 'string', description: 'The name of the machine.' },
      downSeconds: { type: 'integer', minimum: 0, default: 30, description: 'When it is back.' },
    },
  },
  status: GIVEN,
});

export const shutdowns = defineWorldKind<Shutdown>({
  group: 'machines',
  kind: 'Shutdown',
  plural: 'shutdowns',
  verbs: OF_ORDERS,
  description: 'Has a machine switched off: its pods are stopped first. A Reboot starts it again.',
  spec: {
    required: ['machine'],
    properties: { machine: { type: 'string', description: 'The name of the machine.' } },
  },
  status: GIVEN,
});
