import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { HOUSE, Project } from './project.testkit';

const EXAMPLES = 400;

/** Each example takes a few milliseconds of work in which nobody listens to signals, as the model does. */
const steps = `
const { When, Then } = require('@cucumber/cucumber');
When('number {int} works', (number) => {
  if (number === 2) console.log('the second has begun');
  for (const end = Date.now() + 10; Date.now() < end; );
});
Then('it has worked', () => {});
`;

const feature = `
Feature: Work
  Words.
  Rule: Who works has worked
    Scenario Outline: work
      When number <number> works
      Then it has worked
      Examples:
        | number |
${Array.from({ length: EXAMPLES }, (_, index) => `        | ${index + 1} |`).join('\n')}
`;

const configuration = `module.exports = { default: {
  require: [${JSON.stringify(join(HOUSE, 'steps/**/!(*.test).ts'))}, 'steps/*.js'],
  format: [
    [${JSON.stringify(`file://${HOUSE}/src/report/formatter.cjs`)}],
    [${JSON.stringify(`file://${HOUSE}/src/report/site.cjs`)}, 'reports/index.html'],
    ['junit', 'reports/junit.xml'],
  ],
} };`;

describe('a run that is interrupted', function () {
  this.timeout(120_000);
  const project = new Project();
  const page = join(project.directory, 'reports/index.html');
  const junit = join(project.directory, 'reports/junit.xml');

  before(() =>
    project.write({
      'cucumber.js': configuration,
      'steps/work.js': steps,
      'features/work.feature': feature,
      'features/claims.yaml': '[]',
      'reports/junit.xml': 'of the run before',
    }),
  );
  after(() => project.remove());

  for (const [signal, code] of [
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const)
    it(`says after ${signal} how far it got, and leaves the reports of the run before`, async () => {
      const ran = await project.runUntil('the second has begun', signal, 'start');
      const [, reached = ''] = /interrupted after (\d+) of 400 examples\./.exec(ran.stdout) ?? [];
      expect(Number(reached), ran.stdout + ran.stderr).to.be.within(2, EXAMPLES - 1);
      expect(ran.stdout).to.contain(`${reached} passed, ${EXAMPLES - Number(reached)} not reached, in`);
      expect(ran.code).to.equal(code);
      expect(readFileSync(junit, 'utf8')).to.equal('of the run before');
      expect(readdirSync(join(project.directory, 'reports'))).to.deep.equal(['index.html', 'junit.xml']);
      expect(readFileSync(page, 'utf8')).to.contain(`interrupted after ${reached} of 400 examples.`);
    });
});
