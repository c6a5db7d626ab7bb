import { expect } from 'chai';
import { parseFeature } from '../features';
import type { Claim } from '../register';
import { problemText } from './problem';
import { lintFeatures } from './rules';
import { checkTagExpression } from './tags';

const good = `@D01
Feature: Node labels
  A node without the label gets no pod.

  Background:
    Given the node "east-1"

  Rule: A node that gains the label gets a pod
    Example: labelling a node
      When node "east-1" is labelled "role=worker"
      Then "log-agent" runs on "east-1"
`;

const holds: Claim = { id: 'D01', claim: 'A.', verdict: 'holds', line: 1 };

const lint = (text: string, claims: readonly Claim[] = [holds]): readonly string[] =>
  lintFeatures(parseFeature(text, 'features/a.feature'), claims).map(problemText);

/** Changes the good feature and expects exactly one complaint, at this line. */
const complains = (change: readonly [string, string], line: number, what: RegExp) => {
  const text = good.replace(...change);
  expect(text).not.to.equal(good);
  const problems = lint(text);
  expect(problems).to.have.length(1);
  expect(problems[0]).to.match(new RegExp(`^features/a\\.feature:${line}: `));
  expect(problems[0]).to.match(what);
};

describe('the rules of features', () => {
  it('let a good feature pass', () => {
    expect(lint(good)).to.deep.equal([]);
  });

  it('ask the columns of a table and the placeholders in the steps to fit each other', () => {
    const outline = good.replace('Example: labelling a node', 'Scenario Outline: labelling <node>');
    const table = '\n      Examples:\n        | node   | role   |\n        | east-1 | worker |\n';
    const filled = outline.replace(
      'node "east-1" is labelled "role=worker"',
      'node "<node>" is labelled "role=<role>"',
    );
    expect(lint(filled + table)).to.deep.equal([]);
    expect(lint(filled.replace('<role>', '<rolle>') + table)).to.deep.equal([
      'features/a.feature:10: No column is called "rolle", so nothing is filled in for <rolle>. The table under Examples: in line 13 has: node, role.',
      'features/a.feature:14: No step has "<role>" in it, so the column "role" says nothing. Use it in a step, or take it away.',
    ]);
  });

  it('ask for letters that can be read', () => {
    const [problem] = lint(good.replace('labelling a node', 'labelling a caf\uFFFD'));
    expect(problem).to.match(
      /^features\/a\.feature: A letter of this file cannot be read: "labelling a caf\uFFFD"\./,
    );
  });

  it('ask for a description', () => {
    complains(['  A node without the label gets no pod.\n', ''], 2, /no description/);
  });

  it('ask for a rule above every example', () => {
    complains(['  Rule: A node that gains the label gets a pod\n', ''], 8, /under no rule/);
  });

  it('allow one When', () => {
    complains(
      ['      Then', '      When 5 minutes pass\n      Then'],
      11,
      /2 times When.*One behaviour an example/,
    );
  });

  it('ask for a When', () => {
    complains(['      When node "east-1" is labelled "role=worker"\n', ''], 9, /no When/);
  });

  it('count what follows a When with And as part of it', () => {
    expect(lint(good.replace('      Then', '      And 5 minutes pass\n      Then'))).to.deep.equal([]);
  });

  it('keep a background to Given', () => {
    complains(
      ['    Given the node "east-1"', '    Given the node "east-1"\n    When 5 minutes pass'],
      7,
      /background has a step with When/,
    );
  });

  it('allow eight steps and no more', () => {
    const and = '      And it is so\n';
    expect(lint(good + and.repeat(6))).to.deep.equal([]);
    expect(lint(good + and.repeat(7))).to.have.length(1);
  });

  it('ask for steps', () => {
    const lines =
      '      When node "east-1" is labelled "role=worker"\n      Then "log-agent" runs on "east-1"\n';
    complains([lines, '      Whn node "east-1" is labelled\n'], 9, /has no steps/);
  });

  it('ask for a Then', () => {
    complains(['      Then "log-agent" runs on "east-1"\n', ''], 9, /"labelling a node" has no Then/);
    complains(['      Then', '      And'], 9, /"labelling a node" has no Then/);
  });

  it('ask for an example of every rule and every feature', () => {
    complains(
      ['  Rule:', '  Rule: Nothing happens by itself\n\n  Rule:'],
      8,
      /"Nothing happens by itself" has no example/,
    );
    expect(lint('Feature: Nodes\n  A node.\n', [])).to.deep.equal([
      'features/a.feature:1: The feature has no example. ' +
        'Begin one with Example: and a title; other lines under a title are description.',
    ]);
    expect(lint('# nothing yet\n', [])[0]).to.match(
      /^features\/a\.feature:1: There is no feature in this file/,
    );
  });

  it('ask for a row of every table of examples', () => {
    const outline = good
      .replace('    Example: labelling', '    Scenario Outline: labelling')
      .replace('When node "east-1"', 'When node "<node>"');
    const table = '      Examples:\n        | node |\n';
    expect(lint(`${outline}${table}        | east-1 |\n`)).to.deep.equal([]);
    expect(lint(`${outline}${table}        | east-1 |\n${table}`)).to.deep.equal([
      'features/a.feature:15: The table under Examples: has no row. ' +
        'Each row is an example. Give it one, or take the table away.',
    ]);
  });

  it('say so of a file that is not UTF-8, once', () => {
    const problems = lint(Buffer.from(good, 'utf16le').toString('utf8'));
    expect(problems).to.have.length(1);
    expect(problems[0]).to.match(/^features\/a\.feature: This file is no text in UTF-8; .* UTF-16/);
  });

  it('leave tags to the author where nothing is claimed, but for those that mean something', () => {
    expect(lint(good.replace('@D01', '@slow @team-web'), [])).to.deep.equal([]);
    expect(lint(good, [])[0]).to.match(/@D01 names no claim/);
    expect(lint(good.replace('@D01', '@needs-luck'), [])[0]).to.match(/@needs-luck names no capability/);
  });

  it('know the tags of an expression', () => {
    const [problem, ...others] = checkTagExpression('(@D01 or not @D99) and @needs-virtual-time', [holds]);
    expect(problem).to.match(/^The tag @D99 names no claim\./);
    expect(others).to.deep.equal([]);
  });

  for (const title of ['Test of a label', 'a label should count', 'verify labels', 'the label is checked'])
    it(`do not take the title "${title}"`, () => {
      complains(['labelling a node', title], 9, /speaks of/);
    });

  it('take a word that only begins like one of those', () => {
    expect(lint(good.replace('labelling a node', 'a testament to labels'))).to.deep.equal([]);
  });

  it('ask for a title', () => {
    complains(['Example: labelling a node', 'Example:'], 9, /no title/);
  });

  it('want no title twice in a file', () => {
    const again = good.slice(good.indexOf('    Example:'));
    const problems = lint(good + again);
    expect(problems).to.have.length(1);
    expect(problems[0]).to.match(/^features\/a\.feature:12: .* stands in line 9 already/);
  });

  it('know every tag', () => {
    complains(['@D01', '@D01 @D99'], 1, /@D99 names no claim/);
    complains(['    Example', '    @slow\n    Example'], 9, /@slow names no claim/);
    complains(
      ['    Example', '    @needs-luck\n    Example'],
      9,
      /@needs-luck names no capability.*movable-clock/,
    );
    expect(lint(good.replace('@D01', '@D01 @needs-virtual-time'))).to.deep.equal([]);
  });

  it('want real names', () => {
    complains(['"log-agent"', '"foo-agent"'], 11, /"foo" is no real name/);
  });

  it('ask the house, and nobody else, where the truth of a rule comes from', () => {
    const problems = (uri: string, text = good) =>
      lintFeatures(parseFeature(text, uri), [holds], { recordings: ['joining'] }).map(problemText);
    expect(problems('features/a.feature')).to.have.length(1);
    expect(problems('features/a.feature')[0]).to.match(
      /^features\/a\.feature:8: .* where its truth comes from/,
    );
    expect(problems('../mine/a.feature')).to.deep.equal([]);
    const said = good.replace('    Example', '    # Authority: recording joining\n    Example');
    expect(problems('features/a.feature', said)).to.deep.equal([]);
  });

  it('put a feature that cannot be read before everything else', () => {
    const problems = lint(good.replace('      Then "log', '      Thn "log'));
    expect(problems).to.deep.equal([
      'features/a.feature:11: This line cannot be read: "Thn "log-agent" runs on "east-1"". ' +
        'A step begins with Given, When, Then, And or But; a title with Feature:, Rule: or Example:.',
    ]);
  });
});

describe('the register of claims and the features', () => {
  const second = good.slice(good.indexOf('    Example:')).replace('labelling a node', 'labelling it again');
  const then = second.replace('    Example', '    @needs-legacy-scheduling\n    Example');
  const of = (verdict: Claim['verdict']): readonly Claim[] => [{ ...holds, verdict }];

  it('ask for an example of every claim', () => {
    expect(lint(good, [holds, { ...holds, id: 'D02', line: 5 }])).to.deep.equal([
      'features/claims.yaml:5: D02 has no example. Write one, and put the tag @D02 above it.',
    ]);
  });

  it('ask for both sides of a claim that holds only sometimes', () => {
    expect(lint(good, of('holds-when'))).to.have.length(1);
    expect(lint(good + second, of('holds-when'))).to.deep.equal([]);
  });

  it('ask for refusal and mend of a misprint', () => {
    expect(lint(good, of('misprint'))).to.have.length(1);
    expect(lint(good + second, of('misprint'))).to.deep.equal([]);
  });

  it('ask for then and now of a superseded claim', () => {
    expect(lint(good, of('superseded'))[0]).to.match(/no example shows then/);
    expect(lint(good.replace('@D01', '@D01 @needs-legacy-scheduling'), of('superseded'))[0]).to.match(
      /no example shows now/,
    );
    expect(lint(good + then, of('superseded'))).to.deep.equal([]);
  });
});
