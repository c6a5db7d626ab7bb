import { nodeOf } from '../../cluster/kubelet/node';
import { deepEqual } from '../../kubernetes/fields/equality';
import type { Taint } from '../../kubernetes/fields/taints';
import { invalid } from '../../kubernetes/fields/validation/causes';
import type { Node } from '../../kubernetes/kinds/node/node';
import { resources } from '../../kubernetes/kinds/resources';
import type { StringMap } from '../../kubernetes/object';
import type { FieldCause } from '../../kubernetes/refusals';
import type { Structural } from '../../kubernetes/wire/structural/structural';
import type { Machine, Pressure } from '../../port/world';
import { column, defineWorldKind, OF_OBJECTS, OF_ORDERS, type WorldObject } from './worldKind';

/** Something that a machine runs short of. */
export interface Shortage {
  readonly type: Pressure;
  readonly evicts: boolean;
}

export interface MachineSpec {
  readonly labels?: StringMap;
  readonly taints?: readonly Taint[];
  readonly cpu?: string | number;
  readonly memory?: string | number;
  readonly pods?: number;
  readonly resources?: Readonly<Record<string, string | number>>;
  readonly ready: boolean;
  readonly silent: boolean;
  readonly pressure?: readonly Shortage[];
}

export interface MachineStatus {
  /** What its node is called, once it has joined. */
  readonly node?: string;
  readonly state: 'Running' | 'Silent' | 'ShuttingDown' | 'Off' | 'Refused';
  readonly address?: string;
  readonly message?: string;
}

/** A machine that pods run on. Its node has the same name. */
export type MachineObject = WorldObject<MachineSpec, MachineStatus>;
export type Reboot = WorldObject<{ readonly machine: string; readonly downSeconds: number }>;
export type Shutdown = WorldObject<{ readonly machine: string }>;

/** The machine as it joins. */
export const machineOf = ({ metadata: { name }, spec }: MachineObject): Machine => {
  const { labels, taints, cpu, memory, pods, resources: others, ready } = spec;
  return {
    name,
    ...(labels ? { labels } : {}),
    ...(taints ? { taints } : {}),
    ...(cpu === undefined ? {} : { cpu: String(cpu) }),
    ...(memory === undefined ? {} : { memory: String(memory) }),
    ...(pods === undefined ? {} : { pods }),
    ...(others
      ? { resources: Object.fromEntries(Object.entries(others).map(([key, value]) => [key, String(value)])) }
      : {}),
    ready,
  };
};

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

/** What a machine is for as long as it is there. */
const LASTING = ['labels', 'taints', 'cpu', 'memory', 'pods', 'resources'] as const;

/** Where something stands in a machine that stands elsewhere in its node. */
const PLACES: readonly (readonly [RegExp, string])[] = [
  [/^metadata\.labels/, 'spec.labels'],
  [/^metadata\.taints/, 'spec.taints'],
  [/^status\.(capacity|allocatable)\.(cpu|memory|pods)$/, 'spec.$2'],
  [/^status\.(capacity|allocatable)/, 'spec.resources'],
];

/** What is wrong with the node that a machine would register. */
const checkMachine = (machine: MachineObject, current?: MachineObject): readonly FieldCause[] => {
  if (current)
    return LASTING.filter((field) => !deepEqual(machine.spec[field], current.spec[field])).map((field) =>
      invalid(`spec.${field}`, machine.spec[field], 'field is immutable'),
    );
  const node = nodeOf(machineOf(machine), '10.0.0.1', 0) as unknown as Node;
  const causes = resources.nodes.validateCreate(node).map((cause) => ({
    ...cause,
    field: PLACES.reduce((field, [from, to]) => field.replace(from, to), cause.field),
  }));
  // Its name was looked at; each resource is in two lists.
  const seen = new Set<string>();
  return causes.filter(({ field, message }) => {
    const key = `${field}: ${message}`;
    return field.startsWith('spec.') && !seen.has(key) && seen.add(key);
  });
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
  description:
    'Has a machine stop at once, with all containers, and come back. One that is off is started. It is not stored.',
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
  description:
    'Has a machine switched off: its pods are stopped first. A Reboot starts it again. It is not stored.',
  spec: {
    required: ['machine'],
    properties: { machine: { type: 'string', description: 'The name of the machine.' } },
  },
  status: GIVEN,
});
