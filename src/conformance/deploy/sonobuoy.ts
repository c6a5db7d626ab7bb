import { commandIn, REPORTS, shellCommand } from './container';
import type { Deployment } from './job';

/** Set by Sonobuoy in the container of a plug-in; before its release 0.20 results lay in a fixed folder. */
const RESULTS = `$\{SONOBUOY_RESULTS_DIR:-/tmp/results}`;

/**
 * The definition of a plug-in of Sonobuoy: it runs the suite once, and is done when the file `done` names the archive of the
 * results. Sonobuoy reads the list of test cases in it.
 */
export const sonobuoyPlugin = ({ image, options }: Deployment): object => ({
  'sonobuoy-config': {
    driver: 'Job',
    'plugin-name': 'rollcall',
    'result-format': 'junit',
    'result-files': ['junit.xml'],
  },
  spec: {
    name: 'plugin',
    image,
    command: ['/bin/sh', '-c'],
    args: [scriptOf(options)],
    resources: {},
    volumeMounts: [{ name: 'results', mountPath: '/tmp/sonobuoy/results' }],
  },
});

/** Whatever becomes of the run, Sonobuoy is told that it is over: it would wait for hours otherwise. */
const scriptOf = (options: readonly string[]): string =>
  [
    `results="${RESULTS}"`,
    `trap 'tar -C ${REPORTS} -czf "$results/rollcall.tar.gz" . && printf %s "$results/rollcall.tar.gz" > "$results/done"' EXIT`,
    shellCommand(commandIn(options)),
  ].join('\n');
