import type { DaemonSet } from '../../kubernetes/kinds/daemonset/daemonSet';
import { resources } from '../../kubernetes/kinds/resources';
import { findAll, forEachFound, warnOfNothing } from '../each';
import { fail } from '../errors';
import { duration, list, onOff, text, wholeNumber } from '../flags';
import { daemonSetIn, needResource } from '../history';
import type { Session } from '../session';
import { refOf } from '../targets';
import { defineVerb } from '../verb';
import { waitUntil } from '../waiting';

/** How far a rollout is. */
interface Progress {
  readonly message: string;
  readonly done: boolean;
}

/**
 * Where the rollout of a daemon set stands, in kubectl's words.
 * @see k8s.io/kubectl/pkg/polymorphichelpers DaemonSetStatusViewer
 */
const progressOf = ({ metadata, spec, status }: DaemonSet): Progress => {
  if (spec.updateStrategy?.type !== 'RollingUpdate') {
    throw fail('rollout status is only available for RollingUpdate strategy type');
  }
  const { desiredNumberScheduled: desired, updatedNumberScheduled = 0, numberAvailable = 0 } = status;
  const waiting = `Waiting for daemon set "${metadata.name}" rollout to finish: `;
  if ((metadata.generation ?? 0) > (status.observedGeneration ?? 0)) {
    return { message: 'Waiting for daemon set spec update to be observed...', done: false };
  }
  if (updatedNumberScheduled < desired) {
    const message = `${waiting}${updatedNumberScheduled} out of ${desired} new pods have been updated...`;
    return { message, done: false };
  }
  if (numberAvailable < desired) {
    const message = `${waiting}${numberAvailable} of ${desired} updated pods are available...`;
    return { message, done: false };
  }
  return { message: `daemon set "${metadata.name}" successfully rolled out`, done: true };
};

/** Prints how a rollout goes on, a line for every change, until it is over. @throws CommandError */
const follow = async (session: Session, set: DaemonSet, timeout: number | undefined): Promise<void> => {
  let ended = false;
  let failure: unknown;
  const report = (current: DaemonSet): void => {
    const { message, done } = progressOf(current);
    session.print(message);
    ended = done;
  };
  report(set);
  if (ended) return;
  const { namespace, name } = set.metadata;
  const query = { resource: resources.daemonsets, namespace, fieldSelector: `metadata.name=${name}` };
  const stop = await session.api.watch(query, ({ type, object }) => {
    if (ended || object.metadata.name !== name) return;
    try {
      if (type === 'DELETED') throw fail('object has been deleted');
      report(object as DaemonSet);
    } catch (error) {
      failure = error;
      ended = true;
    }
  });
  try {
    if (!(await waitUntil(session, () => ended, timeout))) {
      throw fail('timed out waiting for the condition');
    }
  } finally {
    stop();
  }
  if (failure !== undefined) throw failure;
};

/** `rollout status`: watches the rollout of a daemon set until it is finished. */
export const rolloutStatus = defineVerb({
  name: 'rollout status',
  flags: {
    watch: onOff('w', true),
    timeout: duration(),
    revision: wholeNumber(),
    selector: text('l'),
    filename: list('f'),
  },
  async run(session, words, flags) {
    needResource(words, flags.filename);
    const { revision = 0 } = flags;
    if (revision < 0) throw fail(`revision must be a positive integer: ${revision}`);
    const found = await findAll(session, words, { ...flags, all: true });
    warnOfNothing(session, found);
    await forEachFound(found, async (target) => {
      const set = daemonSetIn(target, 'status');
      if (flags.watch) await follow(session, set, flags.timeout);
      else session.print(progressOf((await session.api.get(refOf(target))) as DaemonSet).message);
    });
  },
});
