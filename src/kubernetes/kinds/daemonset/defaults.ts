import { always, change, fill, fillAbsent, once } from '../../fields/fill';
import { defaultTemplate } from '../pod/defaults/pod';
import { type DaemonSet, type DaemonSetSpec, EMPTY_STATUS } from './daemonSet';
import { TEMPLATE_GENERATION, withTemplateGeneration } from './templateGeneration';

type Strategy = NonNullable<DaemonSetSpec['updateStrategy']>;

const updateStrategy = (part: Strategy): Strategy => {
  const strategy = fill(part, { type: 'RollingUpdate' });
  // What another strategy has no use for is numbers all the same, and a number that is left out is zero.
  if (strategy.type !== 'RollingUpdate') {
    return change(strategy, 'rollingUpdate', (unused) =>
      fillAbsent(unused, { maxUnavailable: 0, maxSurge: 0 }),
    );
  }
  return always(strategy, 'rollingUpdate', (rolling) =>
    fillAbsent(rolling, { maxUnavailable: 1, maxSurge: 0 }),
  );
};

const defaultSpec = once((part: DaemonSetSpec): DaemonSetSpec => {
  const spec = always(part, 'template', defaultTemplate);
  return fill(always(spec, 'updateStrategy', updateStrategy), { revisionHistoryLimit: 10 });
});

/**
 * A daemon set with its defaults.
 * @see k8s.io/kubernetes/pkg/apis/apps/v1 SetDefaults_DaemonSet
 *   pkg/apis/apps/v1 Convert_apps_DaemonSet_To_v1_DaemonSet, which always writes the annotation
 */
export const defaultDaemonSet = (set: DaemonSet): DaemonSet => {
  const filled = always(always(set, 'spec', defaultSpec), 'status', (status) => fill(status, EMPTY_STATUS));
  return filled.metadata.annotations?.[TEMPLATE_GENERATION] === undefined
    ? withTemplateGeneration(filled, 0)
    : filled;
};
