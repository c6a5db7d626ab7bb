import { expect } from 'chai';
import { parseFeature } from '../catalogue/features';
import { featureFiles, parseFiles } from '../project/features';
import { HOUSE } from '../project/house';
import { excerpt } from './excerpt';

const FEATURE = `# language: ko
@D01
기능: 하나

  왜 중요한가.

  배경:
    조건 준비됨

  # about the first
  Rule: 첫째
    # Authority: measured

    시나리오: 가
      그러면 하나

  @D02
  Rule: 둘째
    # Authority: measured
    A word on it.

    배경:
      조건 더 준비됨

    시나리오: 나
      그러면 둘

    # rows
    @D03
    시나리오 개요: <name>
      그러면 <name>

      예:
        | name |
        | 셋   |
        | 넷   |

      예:
        | name |
        | 다섯 |
`;

const cut = (line: number): string | undefined => {
  const [document] = parseFeature(FEATURE, 'a.feature').documents;
  if (!document) throw new Error('It cannot be read.');
  return excerpt(FEATURE, document, line);
};

describe('a feature that is cut down to one example', () => {
  it('keeps what the feature says of itself, its background, and the rule', () => {
    expect(cut(14)).to.equal(`# language: ko
@D01
기능: 하나

  왜 중요한가.

  배경:
    조건 준비됨

  # about the first
  Rule: 첫째
    # Authority: measured

    시나리오: 가
      그러면 하나
`);
  });

  it('keeps of an outline the row', () => {
    expect(cut(36)).to.equal(`# language: ko
@D01
기능: 하나

  왜 중요한가.

  배경:
    조건 준비됨

  @D02
  Rule: 둘째
    # Authority: measured
    A word on it.

    배경:
      조건 더 준비됨

    # rows
    @D03
    시나리오 개요: <name>
      그러면 <name>

      예:
        | name |
        | 넷   |
`);
  });

  it('is nothing where no example begins', () => {
    expect(cut(15)).to.equal(undefined);
    expect(cut(11)).to.equal(undefined);
  });

  it('says the same, of every example of the house', () => {
    const { documents, sources, pickles } = parseFiles(featureFiles(HOUSE), HOUSE);
    const said = (each: (typeof pickles)[number] | undefined) =>
      each && [
        each.name,
        each.tags.map(({ name }) => name),
        each.steps.map(({ text, argument }) => [text, argument]),
      ];
    expect(pickles.length).to.be.greaterThan(1000);
    for (const pickle of pickles) {
      const document = documents.find(({ uri }) => uri === pickle.uri);
      const text = sources.find(({ uri }) => uri === pickle.uri)?.text ?? '';
      const line = pickle.location?.line ?? 0;
      const alone = document && excerpt(text, document, line);
      const parsed = parseFeature(alone ?? '', pickle.uri);
      expect(parsed.pickles, `${pickle.uri}:${line}`).to.have.length(1);
      expect(said(parsed.pickles[0]), `${pickle.uri}:${line}`).to.deep.equal(said(pickle));
    }
  }).timeout(60_000);
});
