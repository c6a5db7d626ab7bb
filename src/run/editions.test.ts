import { expect } from 'chai';
import { toldOf } from './editions';

const of = (...uris: readonly string[]) => toldOf(uris.map((uri) => ({ uri })));
const [english, korean] = ['features/updating/a.feature', 'features/ko/updating/a.feature'];

describe('examples in two editions', () => {
  it('count once', () => {
    expect(of(english, english, english, korean)).to.deep.equal({ all: 3, alsoInKorean: 1 });
  });

  it('count each where the other edition is not there', () => {
    expect(of(english, english)).to.deep.equal({ all: 2, alsoInKorean: 0 });
    expect(of(korean, korean)).to.deep.equal({ all: 2, alsoInKorean: 0 });
    expect(of('features/other/a.feature', korean)).to.deep.equal({ all: 2, alsoInKorean: 0 });
    expect(of(english, korean, korean)).to.deep.equal({ all: 2, alsoInKorean: 1 });
  });
});
