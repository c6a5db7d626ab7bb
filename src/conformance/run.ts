import type { ConformanceEnding, ConformancePlan, Listener } from './plan';
import type { Rehearsal } from './rehearsal/rehearsal';

/**
 * Runs examples on a cluster that exists, with the driver `kubernetes`, and writes `conformance.yaml`, `index.html`,
 * `junit.xml` and `messages.ndjson` into the folder of reports. An example whose ending says nothing of the cluster is run
 * again. Makes nothing on the cluster itself, and takes nothing away: examples do both, and `cleanUp` does the rest.
 * @param plan all that was asked, found and consented to
 * @param rehearsal what `rehearse` said of the same programme
 * @throws ResumeError if a run is to be resumed, and there is none, or it was of another suite, cluster or programme
 */
export const runConformance = async (
  _plan: ConformancePlan,
  _rehearsal: Rehearsal,
  _listener: Listener,
): Promise<ConformanceEnding> => {
  throw new Error('Not built yet.');
};
