import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect } from 'chai';

const PRELOADED = ['-r', join(__dirname, 'seldomOptimized.cjs')];

/** What V8 makes of its settings in a process that is called with these words, and what it says to them. */
const settingsWith = (preloaded: readonly string[], ...words: readonly string[]) => {
  const ask = ['-p', "require('node:v8').cachedDataVersionTag()", 'start.ts', ...words];
  const { stdout, stderr } = spawnSync(process.execPath, [...preloaded, ...ask], { encoding: 'utf8' });
  expect(stderr).to.equal('');
  return stdout;
};

describe('what is seldom optimized', () => {
  it('is a run of features that are named', () => {
    expect(settingsWith(PRELOADED, 'a.feature')).to.not.equal(settingsWith([], 'a.feature'));
  });

  it('is no run of all features', () => {
    expect(settingsWith(PRELOADED, '--disturbed')).to.equal(settingsWith([], '--disturbed'));
  });
});
