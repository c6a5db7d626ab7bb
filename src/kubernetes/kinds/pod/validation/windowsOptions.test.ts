import { expect } from 'chai';
import { validateWindowsOptions } from './windowsOptions';

const wrong = (options: object): readonly string[] =>
  validateWindowsOptions(options, 'windowsOptions').map(({ field, message }) => `${field}: ${message}`);

describe('validateWindowsOptions', () => {
  for (const user of ['ann', 'ACME\\ann', 'acme.example\\ann', 'NT AUTHORITY\\Local Service']) {
    it(`lets a container run as ${user}`, () => expect(wrong({ runAsUserName: user })).to.be.empty);
  }

  for (const [user, ...problems] of [
    ['', 'runAsUserName cannot be an empty string'],
    ['a\tb', 'runAsUserName cannot contain control characters'],
    ['a\\b\\c', 'runAsUserName cannot contain more than one backslash'],
    ['a/b\\ann', "runAsUserName's Domain doesn't match the NetBios nor the DNS format"],
    ['ACME\\', "runAsUserName's User cannot be empty"],
    ['..', "runAsUserName's User cannot contain only periods or spaces"],
    ['a@b', 'runAsUserName\'s User cannot contain the following characters: "/\\:;|=,+*?<>@[]'],
    ['u'.repeat(105), "runAsUserName's User length must not be longer than 104 characters"],
  ] as const) {
    it(`refuses ${JSON.stringify(user.slice(0, 20))}`, () =>
      expect(wrong({ runAsUserName: user })).to.deep.equal(
        problems.map((why) => `windowsOptions.runAsUserName: Invalid value: ${JSON.stringify(user)}: ${why}`),
      ));
  }

  it('refuses a credential spec that is too large', () => {
    expect(wrong({ gmsaCredentialSpec: 'x'.repeat(64 * 1024 + 1) })).to.have.length(1);
  });
});
