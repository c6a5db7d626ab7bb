import { TestStepResultStatus } from '@cucumber/messages';
import { expect } from 'chai';
import { parseFeature } from '../catalogue/features';
import type { Claim } from '../catalogue/register';
import { NOTE } from '../run/notes';
import { logOf, type Rehearsal } from '../run/run.testkit';
import { plainly } from '../terminal/style';
import { pageText } from './page';

const feature = `@D01
Feature: Nodes
  Words.
  Rule: A node gets a pod
    Example: a labelled node
      When node "east-1" is labelled "role=db"
    @needs-legacy-scheduling
    Example: a node of old
      When node "east-2" is labelled "role=db"
`;

const labelled = 'node {string} is labelled {string}';
const claims: readonly Claim[] = [{ id: 'D01', claim: 'One pod a node.', verdict: 'holds', line: 1 }];

const options = {
  claims,
  run: { seed: 3, disturbed: false },
  style: plainly(100),
  pickles: () => parseFeature(feature, 'features/a.feature').pickles,
};

const page = (rehearsal: Omit<Rehearsal, 'feature'> & { readonly feature?: string }): string =>
  pageText(logOf({ feature, ...rehearsal }), options);

describe('what a run prints', () => {
  it('ends with the totals, the seed included', () => {
    const promises = feature.replaceAll('When', 'Then');
    expect(page({ feature: promises, phrases: [labelled] })).to.match(
      /1 of 1 claims of the chapter proven\.\n2 examples: 2 passed, in 1\.5 s with seed 3\.\n$/,
    );
  });

  it('tells below an example what is to be known about it, once', () => {
    const text = page({
      phrases: [labelled],
      ending: (step) => ({
        status: TestStepResultStatus.PASSED,
        attached: step.includes('east-2') ? 'Not modelled: this. Why.' : 'a picture',
        ...(step.includes('east-2') ? { mediaType: NOTE } : {}),
      }),
    });
    expect(text).to.contain('! a node of old (features/a.feature:8)\n  Not modelled: this. Why.\n\n');
    expect(text.match(/^!/gm)).to.have.length(1);
    expect(page({ phrases: [labelled] })).not.to.match(/^!/m);
  });

  it('says once what is to be known about several examples', () => {
    const text = page({
      phrases: [labelled],
      ending: () => ({
        status: TestStepResultStatus.PASSED,
        attached: 'Not modelled: this. Why.',
        mediaType: NOTE,
      }),
    });
    expect(text).to.match(
      /! .*\n! a node of old \(features\/a\.feature:8\)\n {2}Not modelled: this\. Why\.\n\n/,
    );
    expect(text.match(/Not modelled/g)).to.have.length(1);
  });

  it('names no seed where there is none', () => {
    const run = { disturbed: false };
    expect(pageText(logOf({ feature, phrases: [labelled] }), { ...options, run })).to.match(
      /2 passed, in 1\.5 s\.\n$/,
    );
  });

  it('says of a skipped example what it would need', () => {
    const text = page({
      phrases: [labelled],
      ending: (step) => ({
        status: step.includes('east-2') ? TestStepResultStatus.SKIPPED : TestStepResultStatus.PASSED,
        attached: 'what it needs, or a picture',
      }),
    });
    expect(text).to.contain('2 examples: 1 passed, 1 skipped (needs legacy scheduling), in');
  });

  it('says what may stand in the nearest phrase', () => {
    const late = feature.replace(
      'node "east-1" is labelled "role=db"',
      'node "east-1" was late by 5 fortnights',
    );
    const text = page({ feature: late, phrases: [labelled, 'node {string} was late by {span}'] });
    expect(text).to.match(
      /node \{string\} was late by \{span\}\n[\s\S]*\n {2}\{span\} {2}how long: 40 seconds/,
    );
  });

  it('claims nothing for examples that say nothing', () => {
    expect(page({ phrases: [labelled] })).not.to.contain('proven by');
  });

  it('says that quotes within quotes are why no phrase fits', () => {
    const text = page({ feature: feature.replace('"role=db"', '"role="db""'), phrases: [labelled] });
    expect(text).to.contain('A text in quotes ends at the next ".');
    expect(text).not.to.contain('The nearest phrases');
  });

  it('answers an undefined step with the nearest phrases and an example of each, once', () => {
    const text = page({
      feature: feature.replaceAll('labelled', 'labeled'),
      phrases: [labelled, 'all is well'],
    });
    expect(text.match(/No phrase fits this step/g)).to.have.length(2);
    expect(text).to.contain(
      [
        '✗ features/a.feature:6: No phrase fits this step.',
        '',
        '    When node "east-1" is labeled "role=db"',
        '',
        '  The nearest phrases, each with an example:',
        '',
        '    node {string} is labelled {string}',
        '      When node "east-1" is labelled "role=db"',
      ].join('\n'),
    );
    expect(text).not.to.contain('function');
  });

  it('names every phrase that fits an ambiguous step', () => {
    const text = page({ phrases: [labelled, 'node {string} is {word} "role=db"'] });
    expect(text).to.contain('✗ features/a.feature:6: 2 phrases fit this step.');
    expect(text).to.contain(`    ${labelled}\n      steps/nodes.ts:1\n`);
    expect(text).to.contain('    node {string} is {word} "role=db"\n      steps/nodes.ts:2\n');
  });

  it('names a parameter that is not defined', () => {
    const log = logOf({ feature, phrases: [labelled] });
    log.take({ undefinedParameterType: { expression: 'node {nod} leaves', name: 'nod' } });
    expect(pageText(log, options)).to.contain('✗ The phrase "node {nod} leaves" speaks of {nod}');
  });

  it('tells of a dry run whether steps and phrases fit together', () => {
    const text = page({
      phrases: [labelled, 'all is well'],
      ending: () => ({ status: TestStepResultStatus.SKIPPED }),
    });
    expect(text.trim().split('\n')).to.deep.equal([
      'steps/nodes.ts:2: no step uses this phrase: all is well',
      '',
      'Dry run, nothing was executed: 2 examples, 2 steps, 2 phrases.',
      '0 undefined steps, 0 ambiguous steps, 1 unused phrases.',
    ]);
  });
});
