import { amountsOf, type Quantities } from '../../../../kubernetes/fields/amounts';
import type { LimitRange } from '../../../../kubernetes/kinds/limitrange/limitRange';
import { withoutOverhead } from '../../../../kubernetes/kinds/pod/amounts';
import type { Container, Pod } from '../../../../kubernetes/kinds/pod/pod';
import { resources } from '../../../../kubernetes/kinds/resources';
import type { AdmissionContext, AdmissionPlugin } from '../plugin';
import { problemsOf } from './constraints';
import { rangesIn, refuseAll } from './ranges';

const amountsOfContainer = ({ resources: own }: Container) => ({
  requests: amountsOf(own?.requests as Quantities | undefined),
  limits: amountsOf(own?.limits as Quantities | undefined),
});

const problemsIn = ({ spec: range }: LimitRange, { spec }: Pod): readonly string[] =>
  (range?.limits ?? []).flatMap((item) => {
    if (item.type === 'Container') {
      return [...spec.containers, ...(spec.initContainers ?? [])].flatMap((container) =>
        problemsOf(item, amountsOfContainer(container)),
      );
    }
    if (item.type !== 'Pod') return [];
    return problemsOf(item, {
      requests: withoutOverhead(spec, 'requests'),
      limits: withoutOverhead(spec, 'limits'),
    });
  });

/**
 * Refuses pods that a limit range of their namespace has no place for.
 * @see plugin/pkg/admission/limitranger/admission.go PodValidateLimitFunc
 */
export const holdPodsToLimits = ({ store }: AdmissionContext): AdmissionPlugin<Pod> => ({
  kinds: [resources.pods],
  operations: ['create'],
  phase: 'last',
  admit(pod, name) {
    for (const range of rangesIn(store, pod.metadata.namespace)) {
      refuseAll(resources.pods, name, problemsIn(range, pod));
    }
    return pod;
  },
});
