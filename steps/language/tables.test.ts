import { DataTable } from '@cucumber/cucumber';
import { expect } from 'chai';
import { formIn, inEnglish } from './tables';

const words = { 이름: { is: 'name', takes: '' }, 버전: { is: 'version', takes: '태그' } };
const table = new DataTable([
  ['이름', '버전'],
  ['버전', 'v2'],
]);

describe('a table in another language', () => {
  it('has its columns in English, and its cells as they are', () => {
    const read = inEnglish(table, { kind: 'rows', takes: {} }, words);
    expect(read.raw()).to.deep.equal([
      ['name', 'version'],
      ['버전', 'v2'],
    ]);
  });

  it('has its settings in English', () => {
    const read = inEnglish(table, { kind: 'settings', takes: {} }, words);
    expect(read.raw()).to.deep.equal([
      ['name', '버전'],
      ['version', 'v2'],
    ]);
  });

  it('leaves names alone that nobody can list', () => {
    const read = inEnglish(table, { kind: 'settings', takes: {}, anyName: true }, words);
    expect(read.raw()).to.deep.equal(table.raw());
  });

  it('leaves words alone that it does not know', () => {
    const other = new DataTable([['constructor'], ['x']]);
    expect(inEnglish(other, { kind: 'rows', takes: {} }, words).raw()).to.deep.equal(other.raw());
  });

  it('is described in its own words', () => {
    const form = {
      kind: 'rows',
      takes: { name: 'a name', version: 'a tag', cpu: 'cores' },
      needs: ['name'],
    } as const;
    expect(formIn(form, words)).to.deep.equal({
      kind: 'rows',
      takes: { 이름: '', 버전: '태그', cpu: 'cores' },
      needs: ['이름'],
    });
  });
});
