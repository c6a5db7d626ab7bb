import type { Pod } from '../../src/kubernetes/kinds/pod/pod';
import { summarizePod } from '../../src/kubernetes/kinds/pod/summary';
import { linesOf } from './allPods';
import { fail } from './expectations';

/** Checks the word that `oc get pods` prints as STATUS. @param now model time in ms */
export const expectListed = (complaint: string, pods: readonly Pod[], status: string, now: number): void => {
  if (pods.some((pod) => summarizePod(pod, now).status !== status))
    fail(
      complaint,
      linesOf(pods, () => status),
      linesOf(pods, (pod) => summarizePod(pod, now).status),
    );
};
