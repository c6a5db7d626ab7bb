import { TestStepResultStatus } from '@cucumber/messages';
import { expect } from 'chai';
import { h } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { type Ending, logOf } from '../../../run/run.testkit';
import { withFailures } from '../model/failure';
import { featuresOf } from '../model/features';
import { Failures } from './failures';

const FEATURE = `Feature: Agents
  Rule: They run
    # Authority: measured
    Example: it fails
      Then it is so
    Example: nobody understands it
      Then it is otherwise
`;

const failing: Ending = {
  status: TestStepResultStatus.FAILED,
  message:
    'AssertionError: "log-agent" <should> run.\n    + expected - actual\n\n     same\n    -is\n    +should be\n    at Context.x (steps/a.ts:3:1)',
  attached: 'The cluster at 4 s',
};

const page = (ending: Ending, feature = FEATURE): string => {
  const log = logOf({ feature, phrases: ['it is so'], ending: () => ending });
  const features = withFailures(featuresOf(log.documents, log.examples()), { seed: 7, disturbed: false });
  return renderToString(h(Failures, { features }));
};

describe('the failures of a run', () => {
  const text = page(failing);

  it('show expected beside actual, and mark what differs', () => {
    expect(text).to.contain('&lt;should> run.');
    expect(text).to.contain('<tr><td>same</td><td>same</td></tr>');
    expect(text).to.contain('<tr class="D"><td>should be</td><td>is</td></tr>');
  });

  it('show where it is, the cluster at that moment, and the command that shows it again', () => {
    expect(text).to.contain('features/a.feature:4 · measured');
    expect(text).to.contain('<pre lang="en" tabindex="0">The cluster at 4 s</pre>');
    expect(text).to.contain('-- features/a.feature:4 --seed 7</pre>');
  });

  it('say of steps that no phrase fits what to do', () => {
    expect(text).to.contain('<b>Then</b> it is otherwise');
    expect(text).to.contain('No phrase fits one of its steps');
    expect(text).to.contain('href="#phrases"');
  });

  it('are no section where nothing failed', () => {
    const fine = FEATURE.replace('it is otherwise', 'it is so');
    expect(page({ status: TestStepResultStatus.PASSED }, fine)).to.equal('');
  });

  it('are told in full of the first twelve only', () => {
    const many = Array.from(
      { length: 14 },
      (_, index) => `    Example: number ${index}\n      Then it is so\n`,
    );
    const all = page(failing, `Feature: Agents\n  Rule: They run\n${many.join('')}`);
    expect(all.match(/<article/g)?.length).to.equal(12);
    expect(all).to.contain('>number 13</a>');
  });
});
