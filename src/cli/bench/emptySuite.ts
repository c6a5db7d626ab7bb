import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { HOUSE } from './children';

const STEPS = `const { Given } = require('@cucumber/cucumber');
Given('nothing', () => {});
`;

/** Rollcall writes these besides what it prints. */
const REPORTS = `[
  'progress',
  ['html', 'reports/cucumber.html'],
  ['junit', 'reports/junit.xml'],
  ['message', 'reports/messages.ndjson'],
]`;

const CONFIGURATION = `module.exports = {
  default: { require: ['steps.js'] },
  reports: { require: ['steps.js'], format: ${REPORTS} },
};
`;

const featureOf = (number: number, examples: number): string =>
  `Feature: Number ${number}\n\n  Rule: Nothing is asked for\n${Array.from(
    { length: examples },
    (_, index) => `\n    Example: Number ${index}\n      Given nothing\n`,
  ).join('')}`;

/**
 * A project for plain Cucumber in a temporary folder: features in which nothing happens.
 * @param sizes how many examples each feature has
 */
export class EmptySuite {
  readonly directory = mkdtempSync(join(tmpdir(), 'rollcall-empty-'));

  constructor(sizes: readonly number[]) {
    for (const folder of ['features', 'one', 'reports']) mkdirSync(join(this.directory, folder));
    this.#write('steps.js', STEPS);
    this.#write('cucumber.js', CONFIGURATION);
    this.#write('one/feature.feature', featureOf(0, 1));
    for (const [number, size] of sizes.entries())
      this.#write(`features/${number}.feature`, featureOf(number, size));
    symlinkSync(join(HOUSE, 'node_modules'), join(this.directory, 'node_modules'), 'junction');
  }

  #write(path: string, text: string): void {
    writeFileSync(join(this.directory, path), text);
  }

  remove(): void {
    rmSync(this.directory, { recursive: true, force: true });
  }
}
