import type { Pod, PodCondition } from '../../kubernetes/kinds/pod/pod';
import { resources } from '../../kubernetes/kinds/resources';
import type { Rest } from '../simulation/loop';
import type { Stage } from '../stage.testkit';

const { pods } = resources;

/** What a small node has. */
export const TWO_CPU = { allocatable: { cpu: '2', memory: '1Gi', pods: '10' } };

/** A pod for the scheduler that asks for so much. */
export const asking = (cpu: string) => ({
  schedulerName: 'default-scheduler',
  containers: [{ name: 'main', image: 'a', resources: { requests: { cpu } } }],
});

/** What tests of the scheduler do and ask for. */
export interface Hands {
  settle(): Rest;
  /** Creates a pod and lets everything settle. */
  pod(name: string, cpu?: string, spec?: Partial<Pod['spec']>): Pod | undefined;
  /** The node that a pod is bound to. */
  nodeOf(name: string): string | undefined;
  /** What the scheduler has noted on a pod. */
  scheduled(name: string): PodCondition | undefined;
}

/** @param stage the stage of the test that runs */
export const handsOn = (stage: () => Stage): Hands => {
  const find = (name: string) => stage().find<Pod>(pods, name);
  const settle = () => stage().loop.settle(600_000);
  return {
    settle,
    pod: (name, cpu = '1', spec = {}) => {
      stage().pod(name, { ...asking(cpu), ...spec } as Partial<Pod['spec']>);
      settle();
      return find(name);
    },
    nodeOf: (name) => find(name)?.spec.nodeName,
    scheduled: (name) => find(name)?.status.conditions?.find(({ type }) => type === 'PodScheduled'),
  };
};
