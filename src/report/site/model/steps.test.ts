import { expect } from 'chai';
import { logOf } from '../../../run/run.testkit';
import { featuresOf } from './features';
import { stepsOf } from './steps';

const FEATURE = `Feature: Agents
  Background:
    Given it is so
  Rule: They run
    Background:
      Given it is so
        | a | 1 |
    Scenario Outline: <name>
      And it is so
      When it is so
      Then it is so
        """
        <name> text
        """
      * it is so
      Examples:
        | name |
        | one  |
`;

const log = logOf({ feature: FEATURE, phrases: ['it is so'] });
const [example] = log.examples();
const [feature] = featuresOf(log.documents, log.examples());

describe('the steps of an example', () => {
  const steps = example ? stepsOf(example) : [];

  it('know what they are for, whatever their keyword', () => {
    expect(steps.map(({ kind }) => kind)).to.deep.equal(['given', 'given', 'given', 'when', 'then', 'other']);
  });

  it('know whether they stand in a background, also in an outline', () => {
    expect(steps.map(({ isBackground = false }) => isBackground)).to.deep.equal([
      true,
      true,
      false,
      false,
      false,
      false,
    ]);
  });

  it('have what stands below them', () => {
    expect(steps[1]?.table).to.deep.equal([['a', '1']]);
    expect(steps[4]?.document).to.equal('one text');
  });

  it('stand in the backgrounds of their feature and of their rule', () => {
    expect(feature?.background.map(({ text }) => text)).to.deep.equal(['it is so']);
    expect(feature?.rules[0]?.background.map(({ table }) => table)).to.deep.equal([[['a', '1']]]);
  });
});
