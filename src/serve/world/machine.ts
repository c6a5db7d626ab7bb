import type { Taint } from '../../kubernetes/fields/taints';
import type { StringMap } from '../../kubernetes/object';
import type { Machine, Pressure } from '../../port/world';
import type { WorldObject } from './worldKind';

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
