import type { Structural } from '../../kubernetes/wire/structural/structural';
import { defineWorldKind, OF_ORDERS, type WorldObject } from './worldKind';

export type ContainerExit = WorldObject<{
  readonly pod: string;
  readonly container?: string;
  readonly code: number;
}>;
export type PodReadiness = WorldObject<{ readonly pod: string; readonly ready: boolean }>;
export type PodFinish = WorldObject<{ readonly pod: string; readonly phase: 'Failed' | 'Succeeded' }>;

const POD: Structural = {
  type: 'string',
  description: 'The name of the pod, in the namespace of the order.',
};
const GIVEN: Structural = {
  properties: { time: { type: 'string', format: 'date-time', description: 'When the order was given.' } },
};

/** What all orders to containers have in common. */
const ORDER = { group: 'containers', namespaced: true, verbs: OF_ORDERS, status: GIVEN } as const;

export const containerexits = defineWorldKind<ContainerExit>({
  ...ORDER,
  kind: 'ContainerExit',
  plural: 'containerexits',
  description: 'Has a container exit. Its kubelet starts it anew if the restart policy says so.',
  spec: {
    required: ['pod', 'code'],
    properties: {
      pod: POD,
      container: { type: 'string', description: 'The name of the container. By default the first.' },
      code: { type: 'integer', minimum: 0, maximum: 255, description: 'Its exit code.' },
    },
  },
});

export const podreadinesses = defineWorldKind<PodReadiness>({
  ...ORDER,
  kind: 'PodReadiness',
  plural: 'podreadinesses',
  description: 'Has the containers of a pod turn ready or unready, and stay so.',
  spec: { required: ['pod', 'ready'], properties: { pod: POD, ready: { type: 'boolean' } } },
});

export const podfinishes = defineWorldKind<PodFinish>({
  ...ORDER,
  kind: 'PodFinish',
  plural: 'podfinishes',
  description: 'Has a pod end for good: its containers end, and none is started anew.',
  spec: {
    required: ['pod', 'phase'],
    properties: { pod: POD, phase: { type: 'string', enum: ['Failed', 'Succeeded'] } },
  },
});
