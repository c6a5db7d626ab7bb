import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import type { Example } from '../src/run/example';
import { tryFeatures } from '../src/run/tried.testkit';

/**
 * Two projects with a daemon set, and a pod, of the same name. Those of the shop are on both nodes, at version v2, and have
 * had a trouble; those of the warehouse, where every example works, are on one, at version v1. The shop alone has more.
 */
const BACKGROUND = `
    Given the nodes "n1" and "n2"
    And the project "shop"
    And the daemon set "agent"
    And the daemon set "camera"
    And the pod "report" that asked for "kubernetes.io/hostname=n2" and runs on "n2"
    And the pod "gate" that asked for "kubernetes.io/hostname=n2" and runs on "n2"
    And the daemon set "agent" is updated to version "v2"
    And the pods of "agent" on "n1" and "n2" turn unready
    And the project "warehouse"
    And the daemon set "agent" for nodes labelled "kubernetes.io/hostname=n1"
    And the pod "report" that asked for "kubernetes.io/hostname=n1" and runs on "n1"
`;

const TRUE_OF_THE_WAREHOUSE = [
  '"agent" runs one pod on "n1" and nowhere else',
  '"n2" never had a pod of "agent"',
  'the pod of "agent" on "n1" was never replaced',
  'the pods of "agent" on "n1" run version "v1"',
  'no pod of "agent" was created since',
  'the template of "agent" was never changed',
  'the status of "agent" did not change',
  'nothing was told about "agent" since',
  'no event of "agent" is a warning',
  'at most 1 events "SuccessfulCreate" of "agent" are listed',
  'at most 1 pod of "agent" was ever created on "n1"',
  'up to no pods of "agent" were unavailable at the same time',
  'no node ever had two pods of "agent" at the same time',
  'the pod "report" runs on "n1"',
  'the pod "report" was never asked to leave',
  'there is no pod "gate"',
  'there is no daemon set "camera"',
];

const ELSEWHERE = (what: string): string =>
  `There never was a ${what} in project "warehouse", where the example works. There was in "shop": ` +
  'go there with "oc project shop" before you speak of it.';

/** Sentences that would be true of the shop, or of both projects together, and what is answered. */
const WRONG_OF_THE_WAREHOUSE: readonly (readonly [string, string])[] = [
  ['"agent" runs one pod on each of "n1" and "n2"', 'should run one pod on each node named'],
  ['the pod of "agent" on "n2" runs version "v2"', 'There is no pod of "agent" on "n2"'],
  ['the pod of "agent" on "n1" carries the hash of revision 2', 'should have a revision 2'],
  ['no pod of "agent" is left on "n2"', '"n2" never had a pod of "agent"'],
  [
    'every node had an available pod of "agent" all the time',
    'had no available pod of "agent" to begin with',
  ],
  ['the pod "report" runs on "n2"', 'should run on "n2"'],
  ['there is no daemon set "agent"', 'should not exist'],
  ['there is no pod "report"', 'should not be there'],
  ['"camera" runs one pod on "n1"', ELSEWHERE('daemon set "camera"')],
  ['no pod of "camera" was created since', ELSEWHERE('daemon set "camera"')],
  ['no pod of "camera" is left', ELSEWHERE('daemon set "camera"')],
  ['the template of "camera" was never changed', ELSEWHERE('daemon set "camera"')],
  ['nothing was told about "camera" since', ELSEWHERE('daemon set "camera"')],
  ['no revision of "camera" is left', ELSEWHERE('daemon set "camera"')],
  ['the daemon set "camera" is deleted', ELSEWHERE('daemon set "camera"')],
  ['the daemon set "camera" is updated to version "v2"', ELSEWHERE('daemon set "camera"')],
  ['the pod "gate" is pending', ELSEWHERE('pod "gate"')],
  ['the pod "gate" was never asked to leave', ELSEWHERE('pod "gate"')],
  ['the pod "gate" is labelled "app=agent"', ELSEWHERE('pod "gate"')],
];

/** Tries each sentence after a minute in which nothing happens. */
const outcomesOf = async (sentences: readonly string[], directory: string): Promise<Map<string, Example>> => {
  const examples = sentences.map(
    (sentence) => `  Example: ${sentence}\n    When 1 minute passes\n    Then ${sentence}\n`,
  );
  const file = join(directory, 'projects.feature');
  writeFileSync(file, `Feature: two projects\n  Background:${BACKGROUND}\n${examples.join('\n')}`);
  return new Map((await tryFeatures(file)).map((example) => [example.name, example]));
};

describe('sentences of an example that works in one of two projects', function () {
  this.timeout(60_000);
  const directory = mkdtempSync(join(tmpdir(), 'rollcall-'));
  let outcomes = new Map<string, Example>();

  const complaintOf = (sentence: string): string =>
    outcomes
      .get(sentence)
      ?.steps.map(({ result }) => result?.message ?? '')
      .join('\n') ?? 'not tried';

  before(async () => {
    const wrong = WRONG_OF_THE_WAREHOUSE.map(([sentence]) => sentence);
    outcomes = await outcomesOf([...TRUE_OF_THE_WAREHOUSE, ...wrong], directory);
  });

  after(() => rmSync(directory, { recursive: true, force: true }));

  for (const sentence of TRUE_OF_THE_WAREHOUSE)
    it(`hold: ${sentence}`, () => {
      expect(complaintOf(sentence).trim()).to.equal('');
      expect(outcomes.get(sentence)?.outcome).to.equal('passed');
    });

  for (const [sentence, complaint] of WRONG_OF_THE_WAREHOUSE)
    it(`do not hold: ${sentence}`, () => {
      expect(complaintOf(sentence)).to.contain(complaint);
      expect(outcomes.get(sentence)?.outcome).to.equal('failed');
    });
});
