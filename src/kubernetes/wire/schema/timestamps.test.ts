import { expect } from 'chai';
import { timeProblem } from './timestamps';

describe('timeProblem', () => {
  for (const good of ['2026-01-01T00:00:00Z', '2024-02-29T23:59:59.5+24:00', '2026-12-31T00:00:00,123Z']) {
    it(`lets ${good} pass`, () => expect(timeProblem(good)).to.equal(undefined));
  }

  const LAYOUT = '"2006-01-02T15:04:05Z07:00"';
  for (const [text, problem] of [
    ['yesterday', ` as ${LAYOUT}: cannot parse "yesterday" as "2006"`],
    ['', ` as ${LAYOUT}: cannot parse "" as "2006"`],
    ['2026-13-xx', ': month out of range'],
    ['2026-02-30T00:00:00Z', ': day out of range'],
    ['2026-02-00T00:00:00Z', ': day out of range'],
    ['2026-02-30T00:00:00Zx', ': extra text: "x"'],
    ['2026-01-01T24:00:00Z', ': hour out of range'],
    ['2026-01-01T00:00:00+25:00', ': time zone offset hour out of range'],
    ['2026-01-01T00:00:00-01:61', ': time zone offset minute out of range'],
  ] as const) {
    it(`says of ${JSON.stringify(text)} what is wrong`, () =>
      expect(timeProblem(text)).to.equal(`parsing time "${text}"${problem}`));
  }

  it('prints what is no plain letter byte by byte', () => {
    expect(timeProblem('ü"')).to.equal(
      `parsing time "\\xc3\\xbc\\"" as ${LAYOUT}: cannot parse "\\xc3\\xbc\\"" as "2006"`,
    );
  });
});
