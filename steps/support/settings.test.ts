import { DataTable } from '@cucumber/cucumber';
import { expect } from 'chai';
import { readPodSettings, readSettings } from './settings';

describe('tables of settings', () => {
  it('may only have settings that are known', () => {
    expect(() => readSettings(new DataTable([['colour', 'blue']]))).to.throw(
      'Unknown setting "colour". Known: version (a tag, like v2), labels',
    );
  });

  it('of ordinary pods have those of pods only', () => {
    expect(() => readPodSettings(new DataTable([['max surge', '1']]))).to.throw(
      'Unknown setting "max surge".',
    );
    expect(readPodSettings(new DataTable([['cpu', '500m']]))).to.deep.equal({ cpu: '500m' });
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

  it('say with its unit what can be read', () => {
    for (const [name, value, complaint] of [
      ['min ready seconds', 'ten', '"ten" is no whole number. Write a number of seconds, like 10.'],
      ['max unavailable', 'some', 'Write a number of pods or a percentage, like 1 or 10%.'],
      ['grace period', '10', '"10" is no time that can be read here. Write 10 seconds.'],
      ['cpu', 'lots', '"lots" is no amount of cpu. Write cores, like 2 or 500m.'],
      ['version', '', '"" is no version. Write the tag of an image, like v2'],
    ] as const)
      expect(() => readSettings(new DataTable([[name, value]])), name).to.throw(complaint);
  });
});
