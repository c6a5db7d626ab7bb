import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { expect } from 'chai';
import { Reports } from './reports';

describe('the reports of a run', () => {
  let folder = '';
  const place = (name: string) => join(folder, name);

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'rollcall-reports-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('stand in their places only when they are whole', () => {
    writeFileSync(place('junit.xml'), 'the run before');
    const reports = new Reports({ [place('junit.xml')]: 'junit', [place('new/cucumber.html')]: 'html' });
    const [unfinished = ''] = Object.keys(reports.formats);
    writeFileSync(unfinished, 'this run');
    expect(readFileSync(place('junit.xml'), 'utf8')).to.equal('the run before');
    expect(existsSync(place('new/cucumber.html'))).to.equal(false);

    expect(reports.finish()).to.deep.equal([place('junit.xml'), place('new/cucumber.html')]);
    expect(readFileSync(place('junit.xml'), 'utf8')).to.equal('this run');
    expect(readdirSync(folder).sort()).to.deep.equal(['junit.xml', 'new']);
    expect(Object.values(reports.formats)).to.deep.equal(['junit', 'html']);
  });

  it('leave nothing behind if the run is stopped', () => {
    const reports = new Reports({ [place('junit.xml')]: 'junit' });
    expect(readdirSync(folder)).to.have.length(1);
    reports.discard();
    expect(readdirSync(folder)).to.deep.equal([]);
  });

  it('clear away what a run that was killed had begun, and nothing of one that goes on', () => {
    const { pid: dead } = spawnSync(process.execPath, ['--version']);
    const alive = place(`.junit.xml.${process.ppid}`);
    writeFileSync(place(`.junit.xml.${dead}`), 'half a rep');
    writeFileSync(alive, 'half a rep');
    writeFileSync(place('.junit.xml.old'), 'of somebody else');
    new Reports({ [place('junit.xml')]: 'junit' }).finish();
    expect(readdirSync(folder).sort()).to.deep.equal([basename(alive), '.junit.xml.old', 'junit.xml'].sort());
  });

  it('say so where they cannot be put in their place', () => {
    const reports = new Reports({ [place('junit.xml')]: 'junit' });
    mkdirSync(place('junit.xml/in-the-way'), { recursive: true });
    expect(reports.finish()).to.deep.equal([]);
    expect(reports.problems[0]).to.contain(`${place('junit.xml')}: this report cannot be written: E`);
    expect(readdirSync(folder)).to.deep.equal(['junit.xml']);
  });

  it('are left out, with the reason, where they cannot be written', () => {
    writeFileSync(place('reports'), 'a file, not a folder');
    mkdirSync(place('good'));
    const reports = new Reports({ [place('reports/a.xml')]: 'junit', [place('good/b.xml')]: 'junit' });
    expect(reports.problems).to.have.length(1);
    expect(reports.problems[0]).to.contain(`${place('reports/a.xml')}: this report cannot be written: E`);
    expect(reports.finish()).to.deep.equal([place('good/b.xml')]);
  });

  it('are written straight to what is no file', () => {
    const reports = new Reports({ '/dev/null': 'message' });
    expect(reports.formats).to.deep.equal({ '/dev/null': 'message' });
    expect(reports.finish()).to.deep.equal([]);
  });
});
