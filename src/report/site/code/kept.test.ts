import { mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { expect } from 'chai';
import { HOUSE } from '../../../project/house';
import { keep, keptCode } from './kept';

const CODE = { style: 'a{}', plainStyle: '', script: '1', blocks: [] };

describe('the code that is kept', () => {
  let folder: string;
  let input: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'kept-'));
    input = join(folder, 'input.ts');
    writeFileSync(input, 'one');
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const place = (name: string) => join(folder, name);
  const keepIt = (...places: readonly string[]) => keep(CODE, [relative(HOUSE, input)], places);

  it('is there as long as what it was made of stays the same', () => {
    keepIt(place('new/site.cache'));
    expect(keptCode([place('new/site.cache')])).to.deep.equal(CODE);
    writeFileSync(input, 'two');
    expect(keptCode([place('new/site.cache')])).to.equal(undefined);
  });

  it('goes by what its files say when they were written again', () => {
    const written = (hour: number) => utimesSync(input, hour * 3600, hour * 3600);
    written(1);
    keepIt(place('site.cache'));
    written(2);
    expect(keptCode([place('site.cache')])).to.deep.equal(CODE);
    writeFileSync(input, 'two');
    written(3);
    expect(keptCode([place('site.cache')])).to.equal(undefined);
  });

  it('is gone when something it was made of is', () => {
    keepIt(place('site.cache'));
    rmSync(input);
    expect(keptCode([place('site.cache')])).to.equal(undefined);
  });

  it('is kept in the first place that may be written, and nowhere if there is none', () => {
    writeFileSync(place('file'), '');
    keepIt(place('file/site.cache'), place('site.cache'));
    expect(keptCode([place('file/site.cache'), place('site.cache')])).to.deep.equal(CODE);
    keepIt(place('file/site.cache'));
  });

  it('is made anew where what was kept is broken', () => {
    writeFileSync(place('site.cache'), '{"fingerprint":');
    expect(keptCode([place('site.cache'), place('none')])).to.equal(undefined);
  });
});
