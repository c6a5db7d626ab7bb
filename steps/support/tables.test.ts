import { DataTable } from '@cucumber/cucumber';
import { expect } from 'chai';
import { asWritten, readPairs, readRows, TableError } from './tables';

const COLUMNS = { name: '', cpu: 'cores, like 2', labels: '' };

/** What is complained about, and in which row. */
const complaint = (read: () => unknown): readonly [string, number] => {
  try {
    read();
  } catch (error) {
    if (error instanceof TableError) return [error.message, error.row];
    throw error;
  }
  throw new Error('There was nothing to complain about.');
};

const rows = (...table: string[][]) =>
  complaint(() => readRows(new DataTable(table), COLUMNS, asWritten, { needs: ['name'], most: 2 }));

describe('tables with a header', () => {
  it('are read a row at a time', () => {
    const table = new DataTable([
      ['name', 'cpu'],
      ['east-1', '2'],
    ]);
    expect(readRows(table, COLUMNS, asWritten)).to.deep.equal([{ name: 'east-1', cpu: '2' }]);
  });

  it('may only have columns that are known, each once', () => {
    expect(rows(['name', 'lables'])).to.deep.equal([
      'Unknown column "lables". Did you mean "labels"? Known: name, cpu (cores, like 2), labels.',
      0,
    ]);
    expect(rows(['name', ''])[0]).to.contain('A column has no name. Known: name');
    expect(rows(['name', 'cpu', 'cpu'])).to.deep.equal(['The column "cpu" is there twice.', 0]);
  });

  it('have the columns that are needed, filled in', () => {
    expect(rows(['cpu'], ['2'])[0]).to.contain('The column "name" is missing. Known: name');
    expect(rows(['name', 'cpu'], ['east-1', '2'], ['', '2'])).to.deep.equal(['The row has no name.', 2]);
  });

  it('say something in every row', () => {
    expect(rows(['name'])).to.deep.equal([
      'The table has a header and no row: it says nothing. Write a row below it.',
      0,
    ]);
    expect(rows(['name', 'cpu'], ['', ''])).to.deep.equal(['The row is empty: it says nothing.', 1]);
    expect(readRows(new DataTable([['name']]), COLUMNS, asWritten, { mayBeEmpty: true })).to.deep.equal([]);
  });

  it('have no more rows than can be read', () => {
    expect(rows(['name'], ['a'], ['b'], ['c'])).to.deep.equal([
      'The table has 3 rows below its header, and 2 can be read here.',
      3,
    ]);
  });

  it('tell in which row a reader complains', () => {
    const read = () => {
      throw new Error('no');
    };
    expect(complaint(() => readRows(new DataTable([['name'], ['a']]), COLUMNS, read))).to.deep.equal([
      'no',
      1,
    ]);
  });
});

describe('tables of names and values', () => {
  const pairs = (...table: string[][]) =>
    complaint(() => readPairs(new DataTable(table), (name, value) => [name, value], COLUMNS));

  it('may only set what is known, once', () => {
    expect(pairs(['cpu', '2'], ['cpo', '3'])).to.deep.equal([
      'Unknown setting "cpo". Did you mean "cpu"? Known: name, cpu (cores, like 2), labels.',
      1,
    ]);
    expect(pairs(['cpu', '2'], ['cpu', '3'])).to.deep.equal(['"cpu" is set twice.', 1]);
  });

  it('have two columns', () => {
    expect(pairs(['cpu'])).to.deep.equal([
      '"cpu" has no value. Write it into a second column: cores, like 2.',
      0,
    ]);
    expect(pairs(['cpu', '2', '3'])[0]).to.contain('The row has 3 columns, and 2 can be read');
  });
});
