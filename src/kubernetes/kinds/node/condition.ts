import type { Node, NodeCondition } from './node';

/** What the node, or somebody for it, reports of itself under this name: `Ready`, `MemoryPressure`, … */
export const nodeCondition = ({ status }: Node, type: string): NodeCondition | undefined =>
  status.conditions?.find((condition) => condition.type === type);
