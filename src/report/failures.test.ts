import { TestStepResultStatus } from '@cucumber/messages';
import { expect } from 'chai';
import type { Claim } from '../catalogue/register';
import { logOf } from '../run/run.testkit';
import { plainly } from '../terminal/style';
import { failureText, rerun } from './failures';

const feature = `Feature: Node labels
  Words.

  Rule: A node that loses the label loses its pod

    Example: relabelling a node
      Given the nodes "east-1" and "east-2"
      When node "east-2" is labelled "role=db"
      Then "log-agent" runs on "east-1"
      And all is well
`;

const message = [
  'AssertionError: the nodes of "log-agent"',
  '    + expected - actual',
  '',
  '    -east-1, east-2',
  '    +east-1',
  '    at Scenario.<anonymous> (/project/steps/pods.ts:6:10)',
].join('\n');

describe('a failed example', () => {
  const [example] = logOf({
    uri: 'features/node labels.feature',
    feature,
    phrases: [
      'the nodes {string} and {string}',
      'node {string} is labelled {string}',
      '{string} runs on {string}',
      'all is well',
    ],
    ending: (step) =>
      step.includes('runs on')
        ? {
            status: TestStepResultStatus.FAILED,
            message,
            attached: 'The cluster:\n\nNODE     POD\neast-1   log-agent-x',
          }
        : { status: TestStepResultStatus.PASSED },
  }).examples();

  it('shows place, steps, both sides, the cluster, the seed and the command that repeats it', () => {
    if (!example) throw new Error('the example was not run');
    expect(failureText(example, { seed: 7, disturbed: false }, plainly(70))).to.equal(
      `✗ relabelling a node
  Node labels › A node that loses the label loses its pod
  features/node labels.feature:6

  ✓ Given the nodes "east-1" and "east-2"
  ✓ When node "east-2" is labelled "role=db"
  ✗ Then "log-agent" runs on "east-1"  features/node labels.feature:9
    And all is well

  AssertionError: the nodes of "log-agent"
  raised at /project/steps/pods.ts:6

  expected  │ actual
  east-1    ≠ east-1, east-2

  The cluster:

  NODE     POD
  east-1   log-agent-x

  Seed 7. To run this example alone:
    npm start -- 'features/node labels.feature:6' --seed 7`,
    );
  });

  it('says where its claims come from, and of which releases they speak', () => {
    if (!example) throw new Error('the example was not run');
    const claims = (['D01', 'I04', 'I05'] as const).map(
      (id): Claim => ({
        id,
        claim: 'A.',
        verdict: 'holds',
        line: 1,
        ...(id === 'I04' ? { source: 'kubernetes/kubernetes#106417', since: '1.22' } : {}),
      }),
    );
    const tagged = { ...example, tags: ['D01', 'I04'] };
    const text = failureText(tagged, { disturbed: false }, plainly(70), claims);
    expect(text.split('\n').slice(2, 5)).to.deep.equal([
      '  features/node labels.feature:6',
      '  I04: kubernetes/kubernetes#106417; Kubernetes 1.22 and later',
      '',
    ]);
  });

  it('says below its rule where the truth of it comes from', () => {
    if (!example) throw new Error('the example was not run');
    const authority = 'pkg/controller/daemon/daemon_controller.go manage; measured';
    const text = failureText({ ...example, authority }, { disturbed: false }, plainly(80));
    expect(text.split('\n').slice(1, 4)).to.deep.equal([
      '  Node labels › A node that loses the label loses its pod',
      '  Authority: pkg/controller/daemon/daemon_controller.go manage; measured',
      '  features/node labels.feature:6',
    ]);
  });

  it('is repeated on the cluster and the day it failed on', () => {
    if (!example) throw new Error('the example was not run');
    expect(rerun(example, { driver: 'kubernetes', disturbed: true })).to.equal(
      "npm start -- 'features/node labels.feature:6' --driver kubernetes --disturbed",
    );
  });
});
