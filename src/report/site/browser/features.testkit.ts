import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { HOUSE } from '../../../project/house';
import { reportOf } from './trial.testkit';

/** Features of the house in which everything is that a page may show: both sides, updates, retries, commands, surprises. */
const SAMPLE = [
  'features/claims.yaml',
  'features/questions.yaml',
  'features/creating',
  'features/updating',
  'features/deletion/deleting-a-daemon-set.feature',
  'features/placement/node-labels.feature',
  'features/rolling-update/budget.feature',
  'features/rolling-update/min-ready-seconds.feature',
  'features/manifests',
  'features/ko/creating',
  'features/ko/updating',
  'features/ko/placement',
].filter((path) => existsSync(join(HOUSE, path)));

/** Runs what is true on titles that are not: it would show if any of it were taken for markup or script. */
const MARKUP = `<script>window.taken='title'</script><img src=x onerror="window.taken='image'">&amp;</style><!-- '"`;
const RIGHT_TO_LEFT = 'مجموعة \u202eABC\u202c 👩‍🚀';
const CONTROL = 'bell\u0007 escape\u001b[31m end';
const LONG = 'Donaudampfschifffahrtsgesellschaft'.repeat(8);

/** A name as long as names of nodes may be. */
export const LONG_NODE = [1, 2, 3]
  .map(() => 'very-long-name-of-a-machine-in-the-east'.padEnd(60, 'x'))
  .join('.');

const hostile = `
@X01
Feature: ${MARKUP}

  A paragraph with <b onclick="window.taken='paragraph'">markup</b>, [a link](javascript:window.taken='link'), \`<i>\`.
  ${LONG}

  Background:
    Given the nodes "${LONG_NODE}" and "east-1"

  Rule: ${RIGHT_TO_LEFT} ${MARKUP}
    # Authority: measured: ${MARKUP}

    Example: ${CONTROL} ${LONG}
      Given the file "odd.yaml":
        """yaml
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: odd
        data:
          text: "</script><script>window.taken='manifest'</script> ${RIGHT_TO_LEFT}"
        """
      And the daemon set "log-agent"
      When I run "oc create -f odd.yaml"
      Then it prints:
        """
        configmap/odd created
        """

    Example: ${MARKUP}
      When I try to run "oc get pods </script><script>window.taken='command'</script>"
      Then it is refused:
        """
        ${MARKUP}
        """
`;

const failing = readFileSync(join(HOUSE, 'src/browser/pictures/failing.feature'), 'utf8');

/** A register that is the project's own, beside that of the house. */
const ownClaims = (register: string): string =>
  `${register}\n- id: X01\n  claim: ${JSON.stringify(MARKUP)}\n  verdict: holds-when\n  condition: ${JSON.stringify(RIGHT_TO_LEFT)}\n`;

const once = <T>(make: () => Promise<T>): (() => Promise<T>) => {
  let made: Promise<T> | undefined;
  return () => {
    made ??= make();
    return made;
  };
};

/** A run in which all is as stated. */
export const soundReport = once(() => reportOf({ from: SAMPLE }));

/** A run in which examples fail and others are skipped, with titles and names that nobody would choose. */
export const brokenReport = once(() =>
  reportOf({
    from: SAMPLE,
    files: { 'features/own/hostile.feature': hostile, 'features/own/failing.feature': failing },
    extended: { 'features/claims.yaml': ownClaims },
    args: ['--disturbed', '--seed', '3'],
  }),
);

/** The same features, of which nothing was executed. */
export const dryReport = once(() => reportOf({ from: SAMPLE, args: ['--dry-run'] }));

const OWN = { 'features/own/failing.feature': failing };

/** One example of them. */
export const oneExampleReport = once(() =>
  reportOf({ from: SAMPLE, args: ['features/updating/template-changes.feature', '--name', 'nothing yet'] }),
);

/** A run that was to end at the first failure. */
export const failFastReport = once(() => reportOf({ files: OWN, args: ['--fail-fast', 'features/own'] }));

/** A project that has no register. */
export const registerlessReport = once(() => reportOf({ files: OWN }));

/** A feature that Gherkin cannot read. */
export const unreadableReport = once(() =>
  reportOf({
    files: {
      'features/odd.feature': 'Feature: Odd\n  Example: odd\n    When 1 minute passes\n    Thn all is well\n',
    },
  }),
);
