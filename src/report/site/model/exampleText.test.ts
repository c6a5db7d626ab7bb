import { expect } from 'chai';
import { parseFeature } from '../../../catalogue/features';
import { exampleText } from './exampleText';

const FEATURE = `Feature: Labels
  Background:
    Given the nodes:
      | name | labels |
      | a\\|b | x=1    |
  @D16 @needs-movable-clock
  Scenario Outline: <what> is there
    And a manifest:
      """
      kind: Pod

      spec: {}
      """
    When <what> comes
    And <what> goes
    Then it is gone
    Examples:
      | what |
      | Otto |
`;

describe('an example as a feature of its own', () => {
  const { pickles } = parseFeature(FEATURE, 'a.feature');
  const text = pickles[0] ? exampleText(pickles[0], 'Labels') : '';

  it('has its background, its row and its needs, but no claims', () => {
    expect(text.split('\n')).to.deep.equal([
      'Feature: Labels',
      '',
      '  @needs-movable-clock',
      '  Example: Otto is there',
      '    Given the nodes:',
      '      | name | labels |',
      '      | a\\|b | x=1    |',
      '    And a manifest:',
      '      """',
      '      kind: Pod',
      '',
      '      spec: {}',
      '      """',
      '    When Otto comes',
      '    And Otto goes',
      '    Then it is gone',
      '',
    ]);
  });

  it('means the same when it is read again', () => {
    const again = parseFeature(text, 'a.feature').pickles[0];
    const told = (steps: (typeof pickles)[0]['steps'] = []) =>
      steps.map(({ text, type, argument }) => ({ text, type, argument }));
    expect(told(again?.steps)).to.deep.equal(told(pickles[0]?.steps));
  });

  it('speaks the language of its feature', () => {
    const korean =
      '# language: ko\n기능: 노드\n  시나리오: 하나\n    먼저 노드\n    만일 하나\n    그리고 둘\n    그러면 셋\n';
    const { pickles } = parseFeature(korean, 'a.feature');
    expect(pickles[0] && exampleText(pickles[0], '노드').split('\n')).to.deep.equal([
      '# language: ko',
      '기능: 노드',
      '',
      '  시나리오: 하나',
      '    먼저 노드',
      '    만일 하나',
      '    그리고 둘',
      '    그러면 셋',
      '',
    ]);
  });
});
