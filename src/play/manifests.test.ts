import { expect } from 'chai';
import { parseFeature } from '../catalogue/features';
import { manifestsOf } from './manifests';

const feature = `Feature: Agents
  Example: some
    Given I run "oc apply -f a.yaml -f=b/c.yaml"
    And I run:
      """
      oc patch ds x --patch-file d.yaml
      """
    When I run "oc replace --filename e.yaml,f.yaml"
    Then I run "oc get pods -o yaml"
`;

describe('the manifests that a feature reads', () => {
  it('are those that its commands name and that are there', () => {
    const { pickles } = parseFeature(feature, 'a.feature');
    const read = (path: string): string => {
      if (path === 'e.yaml') throw new Error('There is none.');
      return `text of ${path}`;
    };
    expect(Object.keys(manifestsOf(pickles, read))).to.deep.equal(['a.yaml', 'b/c.yaml', 'd.yaml', 'f.yaml']);
  });
});
