import { DataTable } from '@cucumber/cucumber';
import { expect } from 'chai';
import { readTaint } from './builders';
import { readLabels, readRows, readSettings } from './tables';

describe('tables in features', () => {
  it('may only have columns that are known', () => {
    const table = new DataTable([
      ['name', 'lables'],
      ['east-1', 'role=worker'],
    ]);
    expect(() => readRows(table, ['name', 'labels'])).to.throw(
      'Unknown column "lables". Known: name, labels.',
    );
  });

  it('may only have settings that are known', () => {
    expect(() => readSettings(new DataTable([['colour', 'blue']]))).to.throw(
      'Unknown setting "colour". Known: version',
    );
  });

  it('put settings of the pod spec together', () => {
    const table = new DataTable([
      ['nodes labelled', 'role=worker'],
      ['priority class', 'urgent'],
      ['cpu', '2'],
    ]);
    expect(readSettings(table)).to.deep.equal({
      cpu: '2',
      spec: { nodeSelector: { role: 'worker' }, priorityClassName: 'urgent' },
    });
  });
});

describe('labels in a table', () => {
  it('are separated by commas', () => {
    expect(readLabels('role=worker, disk=')).to.deep.equal({ role: 'worker', disk: '' });
    expect(readLabels('')).to.deep.equal({});
  });

  it('must have a value, be it empty', () => {
    expect(() => readLabels('role')).to.throw('"role" is no label.');
  });
});

describe('taints in a table', () => {
  it('are written as oc writes them', () => {
    expect(readTaint('team=ml:NoSchedule')).to.deep.equal({ key: 'team', value: 'ml', effect: 'NoSchedule' });
    expect(readTaint('team:NoExecute')).to.deep.equal({ key: 'team', effect: 'NoExecute' });
    expect(() => readTaint('team=ml')).to.throw('"team=ml" is no taint.');
  });
});
