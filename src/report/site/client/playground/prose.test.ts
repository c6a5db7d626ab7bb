import { expect } from 'chai';
import { proseIn } from './prose';

const foldedOf = (text: string): readonly string[] =>
  proseIn(text).map(({ from, to }) => text.slice(from, to));

describe('the prose of a feature', () => {
  it('is what its parts say of themselves, to the end of the last line', () => {
    const text = [
      '@D19',
      'Feature: Updates',
      '',
      '  A new version is out: somebody',
      '  edits the image.',
      '',
      '  Background:',
      '    Given the nodes "a" and "b"',
      '  Rule: They stay',
      '    # Authority: measured',
      '    One line.',
      '',
      '    Example: nothing yet',
      '      When 1 minute passes',
    ].join('\n');
    expect(foldedOf(text)).to.deep.equal(['\n\n  A new version is out: somebody\n  edits the image.']);
  });

  it('is found in Korean', () => {
    expect(
      foldedOf('# language: ko\n기능: 업데이트\n\n  하나.\n  둘.\n\n  시나리오: 예\n    만일 1분이 지나면'),
    ).to.deep.equal(['\n\n  하나.\n  둘.']);
  });

  it('is none where there are only steps, or little is said', () => {
    expect(foldedOf('Feature: a\n  Example: b\n    Given c\n    When d')).to.deep.equal([]);
    expect(foldedOf('Feature: a\n\n  One line.\n\n  Example: b')).to.deep.equal([]);
    expect(foldedOf('')).to.deep.equal([]);
  });
});
