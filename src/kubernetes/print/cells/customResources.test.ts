import { expect } from 'chai';
import type { PrinterColumn } from '../../resourceType';
import { customResourceColumns } from './customResources';
import { created, printedWith } from './printed.testkit';

const backup = created(`
apiVersion: example.com/v1
kind: Backup
metadata: { name: nightly }
spec:
  schedule: "0 3 * * *"
  keep: 7
  ratio: 0.25
  paused: false
  targets: [{ name: db, size: "<1Gi" }, { name: files }]
  nothing: null
status:
  lastRun: "2026-01-01T00:01:00Z"
`);

const column = (type: string, jsonPath: string, priority?: number): PrinterColumn => ({
  name: 'Value',
  type,
  jsonPath,
  priority,
});

const valueIn = (type: string, jsonPath: string) =>
  customResourceColumns([column(type, jsonPath)])[1]?.cell(backup, 90_000);

/** What stands in a column of that type. */
const cell = (type: string, jsonPath: string): string => String(valueIn(type, jsonPath) ?? '');

describe('The columns of custom resources', () => {
  it('are name and age unless others are declared', () => {
    const byDefault = 'NAME      AGE\nnightly   90s\n';
    expect(printedWith(customResourceColumns(undefined), [backup])).to.equal(byDefault);
    expect(printedWith(customResourceColumns([]), [backup])).to.equal(byDefault);
  });

  it('are those declared, those of lower priority in wide tables', () => {
    const columns = customResourceColumns([
      { name: 'Schedule', type: 'string', jsonPath: '.spec.schedule' },
      { name: 'Keep', type: 'integer', jsonPath: '.spec.keep', priority: 0 },
      { name: 'Last run', type: 'date', jsonPath: '.status.lastRun', priority: 1 },
    ]);
    expect(printedWith(columns, [backup])).to.equal('NAME      SCHEDULE    KEEP\nnightly   0 3 * * *   7\n');
    expect(printedWith(columns, [backup], true)).to.equal(
      'NAME      SCHEDULE    KEEP   LAST RUN\nnightly   0 3 * * *   7      30s\n',
    );
  });

  it('end before a path that cannot be read', () => {
    const columns = customResourceColumns([column('integer', '.spec.keep'), column('string', '.spec[')]);
    expect(printedWith(columns, [backup])).to.equal('NAME      VALUE\nnightly   7\n');
  });

  it('are empty where a path leads nowhere', () => {
    for (const path of ['.spec.missing', '.spec.keep.more', '.spec.targets.name', '.spec.targets[7].name']) {
      expect(cell('string', path), path).to.equal('');
    }
  });

  it('are empty where a value is of another type', () => {
    expect(cell('integer', '.spec.schedule')).to.equal('');
    expect(cell('number', '.spec.paused')).to.equal('');
    expect(cell('boolean', '.spec.keep')).to.equal('');
    expect(cell('date', '.spec.keep')).to.equal('');
    expect(cell('integer', '.spec.nothing')).to.equal('');
  });

  it('hold values of their types, for who does not print them', () => {
    expect(valueIn('integer', '.spec.keep')).to.equal(7);
    expect(valueIn('string', '.spec.keep')).to.equal('7');
    expect(valueIn('boolean', '.spec.paused')).to.equal(false);
    expect(valueIn('number', '.spec.missing')).to.equal(null);
  });

  it('show numbers and truth', () => {
    expect(cell('integer', '.spec.keep')).to.equal('7');
    expect(cell('integer', '.spec.ratio')).to.equal('0');
    expect(cell('number', '.spec.ratio')).to.equal('0.25');
    expect(cell('boolean', '.spec.paused')).to.equal('false');
  });

  it('show every type as text, the first value if there are several', () => {
    expect(cell('string', '.spec.keep')).to.equal('7');
    expect(cell('string', '.spec.paused')).to.equal('false');
    expect(cell('string', '.spec.nothing')).to.equal('<no value>');
    expect(cell('string', '.spec.targets[*].name')).to.equal('db');
    expect(cell('string', '.spec.targets[0]')).to.equal('{"name":"db","size":"\\u003c1Gi"}');
  });

  it('show how long ago a date was', () => {
    expect(cell('date', '.status.lastRun')).to.equal('30s');
    expect(cell('date', '.spec.schedule')).to.equal('<invalid>');
    const empty = created('metadata: { name: nightly }\nspec: { when: "" }');
    expect(customResourceColumns([column('date', '.spec.when')])[1]?.cell(empty, 0)).to.equal('<unknown>');
  });
});
