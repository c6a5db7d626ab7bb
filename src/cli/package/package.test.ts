import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { Installed } from './installed.testkit';

const ownSteps = `import { Then } from '@cucumber/cucumber';
Then('the ledger balances', (): void => {});
`;

const ownFeature = `@R01
Feature: The ledger
  It is ours.
  Rule: It balances
    Example: a quiet night
      Given the node "east-1"
      When 5 minutes pass
      Then the ledger balances
`;

const ownClaims = `- id: R01
  claim: The ledger balances.
  verdict: holds
`;

const program = `import { serve } from 'rollcall/serve';
const served = await serve({ nodes: 2 });
const { items } = await (await fetch(served.url + '/api/v1/nodes')).json();
console.log(...items.map(({ metadata }) => metadata.name));
await served.close();
`;

describe('the package', function () {
  this.timeout(300_000);
  let project: Installed;

  before(() => {
    project = new Installed();
  });
  after(() => project.remove());

  it('holds no tests, and begins a project with a feature that passes and is by the rules', () => {
    expect(
      readdirSync(join(project.directory, 'node_modules/rollcall'), { recursive: true }).join('\n'),
    ).not.to.match(/\.(test|testkit)\.ts$/m);
    const { code, stdout, stderr } = project.run('init');
    expect(stderr).to.equal('');
    expect(stdout).to.match(/^Wrote features\/disk-cleaner\.feature\nWrote features\/disk-cleaner\.yaml\n/);
    expect(code).to.equal(0);

    const ran = project.run();
    expect(ran.stderr).to.equal('');
    expect(ran.stdout).to.match(/1 example: 1 passed, in .* s with seed 1\.\n/);
    expect(ran.code).to.equal(0);
    expect(readFileSync(join(project.directory, 'reports/junit.xml'), 'utf8')).to.contain('tests="1"');
    expect(readdirSync(join(project.directory, 'reports')).sort()).to.deep.equal([
      'cucumber.html',
      'index.html',
      'junit.xml',
    ]);

    expect(project.run('lint').stdout).to.equal('1 feature, 1 example, 0 claims: all by the rules.\n');
  });

  it('overwrites nothing', () => {
    const { code, stderr } = project.run('init');
    expect(stderr).to.contain('features/disk-cleaner.feature: there is such a file already.');
    expect(code).to.equal(1);
  });

  it('runs steps and claims of the project itself, in TypeScript too', () => {
    project.write({
      'steps/ledger.ts': ownSteps,
      'features/ledger.feature': ownFeature,
      'features/claims.yaml': ownClaims,
      'cucumber.js': 'throw new Error("of another program");',
    });
    const { code, stdout, stderr } = project.run('features/ledger.feature');
    expect(stderr).to.equal('');
    expect(stdout).to.match(/✓ R01 {2}holds .*The ledger balances\./);
    expect(code).to.equal(0);
  });

  it('fails with an example, and says how to run it alone', () => {
    project.write({
      'broken.feature': ownFeature.replace(
        'Then the ledger balances',
        'Then "east-1" is tainted "a=b:NoSchedule"',
      ),
    });
    const { code, stdout } = project.run('broken.feature');
    expect(stdout).to.match(/No phrase fits this step\.[\s\S]*npx rollcall steps/);
    expect(code).to.equal(1);
  });

  it('finds phrases, with examples from the house and from the project', () => {
    const { code, stdout, stderr } = project.run('steps', 'tainted');
    expect(stderr).to.equal('');
    expect(stdout).to.match(/node \{string\} is tainted \{string\}\n {4}(Given|When) node /);
    expect(code).to.equal(0);
    expect(project.run('steps', 'ledger').stdout).to.contain('Then the ledger balances');
  });

  it('serves a cluster in a program of somebody else, which need not read TypeScript', () => {
    project.write({ 'operator.test.mjs': program, 'package.json': '{}' });
    const { code, stdout, stderr } = project.runProgram('operator.test.mjs');
    expect(stderr).to.equal('');
    expect(stdout).to.equal('node-1 node-2\n');
    expect(code).to.equal(0);
  });

  it('does not take a command that there is not', () => {
    const { code, stderr } = project.run('stpes');
    expect(stderr).to.match(
      /^There is no command "stpes".* start, init, steps, lint, seeds, serve, conformance\.\n$/,
    );
    expect(code).to.equal(1);
    expect(existsSync(join(project.directory, 'stpes'))).to.equal(false);
  });
});
