import { expect } from 'chai';
import { languageOfLocale } from './locale';

describe('the language of a terminal', () => {
  it('is the one of its locale, if we speak it', () => {
    const locales = ['ko_KR.UTF-8', 'ko', 'KO-kr', 'de_DE.UTF-8', 'C', '', 'kok_IN'];
    expect(locales.map((LANG) => languageOfLocale({ LANG }))).to.deep.equal([
      'ko',
      'ko',
      'ko',
      'en',
      'en',
      'en',
      'en',
    ]);
  });

  it('goes by LC_ALL first, then by LC_MESSAGES, then by LANG', () => {
    expect(languageOfLocale({ LC_ALL: 'en_US', LC_MESSAGES: 'ko_KR', LANG: 'ko_KR' })).to.equal('en');
    expect(languageOfLocale({ LC_ALL: '', LC_MESSAGES: 'ko_KR', LANG: 'en_US' })).to.equal('ko');
  });
});
