import { expect } from 'chai';
import { AUTHORITY_FORMS } from '../authority';
import { parseFeature } from '../features';
import { checkAuthorities } from './authority';
import { problemText } from './problem';

const feature = (below: string, inside = ''): string => `Feature: Nodes
  Words.
  Rule: A node gets a pod
${below === '' ? '' : `    ${below}\n`}    It takes a second.
    Example: a node joins
      When node "east-1" joins
${inside}  Rule: A node keeps its pod
    # Authority: measured
    Example: a day later
      When 1 day passes
`;

const RECORDINGS = ['two-sets-one-selector', 'affinity-by-field'];

const problems = (text: string): readonly string[] =>
  parseFeature(text, 'features/a.feature')
    .documents.flatMap((document) => checkAuthorities(document, RECORDINGS))
    .map(problemText);

describe('the authority of a rule', () => {
  for (const form of [
    ...AUTHORITY_FORMS,
    'staging/src/k8s.io/client-go/tools/record/events_cache.go EventAggregate, NewEventCorrelator',
    'pkg/controller/daemon/update.go DaemonSetsController.rollingUpdate',
    'kubernetes/kubernetes#70458',
    'measured; recording affinity-by-field; documentation: Using daemon sets',
  ])
    it(`may be "${form}"`, () => {
      expect(problems(feature(`# Authority: ${form}`))).to.deep.equal([]);
    });

  it('is asked for', () => {
    expect(problems(feature(''))).to.deep.equal([
      'features/a.feature:3: The rule "A node gets a pod" does not say where its truth comes from. ' +
        'Write it into the line below the title, as in "# Authority: pkg/controller/daemon/update.go rollingUpdate".',
    ]);
    expect(problems(feature('# as everybody knows'))).to.have.length(1);
  });

  it('is not empty', () => {
    for (const empty of ['# Authority:', '# Authority: ', '# Authority:   '])
      expect(problems(feature(empty))[0]).to.match(
        /^features\/a\.feature:4: The authority is empty\. Its parts/,
      );
    expect(problems(feature('# Authority: measured; '))).to.deep.equal([
      'features/a.feature:4: A part of the authority is empty. Take its ";" away.',
    ]);
  });

  for (const part of [
    'common sense',
    'update.go rollingUpdate',
    'pkg/controller/daemon/update.go',
    'pkg/controller/daemon rollingUpdate',
    'pkg/controller/daemon/update.go rollingUpdate snapshot',
    'kubernetes 2 pkg/controller/daemon/update.go rollingUpdate',
    '#70458',
    'recording',
    'recording two-sets-one-selector.jsonl twice',
    'measured:',
    'measured yesterday',
    'documentation',
    'Measured',
  ])
    it(`is not "${part}"`, () => {
      const [problem, ...more] = problems(feature(`# Authority: measured; ${part}`));
      expect(problem).to.contain(`features/a.feature:4: "${part}" is no authority. Its parts, with "; "`);
      expect(more).to.deep.equal([]);
    });

  it('names recordings that there are', () => {
    expect(problems(feature('# Authority: recording two-sets-one-selektor'))).to.deep.equal([
      'features/a.feature:4: There is no recording "two-sets-one-selektor". ' +
        'The nearest in name is "two-sets-one-selector"; all of them stand in src/evidence/recordings/.',
    ]);
  });

  for (const beginning of [
    '# authority: measured',
    '#Authority: measured',
    '# Authority measured',
    '# Authority:measured',
  ])
    it(`does not begin like "${beginning}"`, () => {
      expect(problems(feature(beginning))).to.deep.equal([
        `features/a.feature:4: This is not how an authority begins: "${beginning}". Begin it with "# Authority: ".`,
      ]);
    });

  it('stands right below the title, once', () => {
    const astray =
      "This authority does not stand in the line below its rule's title. Put it there, without an empty line between; a rule has one.";
    const late = '    # Authority: measured\n';
    expect(problems(feature('', late))).to.deep.equal([`features/a.feature:7: ${astray}`]);
    expect(problems(feature('# Authority: measured', late))).to.deep.equal([
      `features/a.feature:8: ${astray}`,
    ]);
  });
});
