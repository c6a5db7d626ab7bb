import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { loadConfiguration } from '@cucumber/cucumber/api';
import { parseRegister } from '../catalogue/register';
import type { Call } from '../drivers/kubernetes/connection/connection';
import { capabilityNames } from '../port/capabilities';
import type { ConformancePlan, Listener } from './plan';
import { rehearse } from './rehearsal/rehearse';
import { runConformance } from './run';

/*
 * A small suite whose steps do what examples on a cluster may do: fail, be skipped, prove nothing, never end. In the
 * rehearsal all pass. What happens when is written into files, so that a test can say how often.
 */

const STEPS = `
const { appendFileSync, existsSync, readFileSync } = require('node:fs');
const { join } = require('node:path');
const { Before, Given, When, Then } = require(${JSON.stringify(require.resolve('@cucumber/cucumber'))});
const ENDING = 'application/x.rollcall.ending+json';
const rehearsing = () => process.env.ROLLCALL_REHEARSING === '1';
const times = (file) => existsSync(file) ? readFileSync(file, 'utf8').length : 0;
const real = (action) => Object.defineProperty(
  function (...words) { return rehearsing() ? undefined : action.apply(this, words); },
  'length', { value: action.length },
);
Before({ tags: '@needs-impersonation' }, function () {
  if (rehearsing()) return undefined;
  this.attach(JSON.stringify({ kind: 'skipped', code: 'impersonation', reason: 'Nobody may impersonate.' }), ENDING);
  return 'skipped';
});
Given('it takes {int} seconds', function (seconds) {
  if (rehearsing()) this.attach(JSON.stringify({ ms: seconds * 1000 }), 'application/x.rollcall.took+json');
});
When('{string} is noted', real((name) => appendFileSync(join(__dirname, name), 'x')));
When('it works', () => {});
Then('it is well', () => {});
Then('it is not', real(() => { throw new Error('It is not well.'); }));
Then('it is doubtful but for the first {int} times', real(function (often) {
  const file = join(__dirname, 'doubts');
  if (times(file) >= often) return;
  appendFileSync(file, 'x');
  this.attach(JSON.stringify({ kind: 'inconclusive', code: 'gap', reason: 'A watch has missed something.' }), ENDING);
}));
Then('it is doubtful', real(function () {
  this.attach(JSON.stringify({ kind: 'inconclusive', code: 'gap', reason: 'A watch has missed something.' }), ENDING);
}));
Then('the process dies', real(() => { process.exit(7); }));
Then('the process dies once', real(() => {
  const file = join(__dirname, 'deaths');
  if (times(file) > 0) return;
  appendFileSync(file, 'x');
  process.kill(process.pid, 'SIGKILL');
}));
Then('it never ends', { timeout: -1 }, real(() => new Promise(() => {})));
`;

const REGISTER = `
- id: D01
  verdict: holds
  claim: What works is well.
- id: D02
  verdict: holds-when
  claim: Doubts pass.
  condition: Somebody asks again.
`;

const ID = '0e5f2a14-1111-4222-8333-444455556666';

/** What the cluster answers; undefined where it is not there. */
export type Answers = (path: string) => unknown;

export const ordinary: Answers = (path) =>
  ({
    '/version': { gitVersion: 'v1.36.2', platform: 'linux/amd64' },
    '/apis': { groups: [{ name: 'apps' }] },
    '/api/v1/nodes': { items: [{ metadata: { labels: {} }, spec: {} }] },
    '/api/v1/namespaces/kube-system': { metadata: { uid: ID } },
  })[path];

/** Settings of a run that a test changes. */
export type Changes = Partial<ConformancePlan> & { readonly answers?: Answers; readonly stop?: AbortSignal };

/** A suite in a folder of its own. */
export class SmallSuite {
  readonly folder = mkdtempSync(join(tmpdir(), 'rollcall-conformance-'));
  readonly reports = join(this.folder, 'reports');
  readonly claims = parseRegister(REGISTER);
  #printed = '';

  /** @param examples what stands below the rule */
  constructor(examples: string) {
    mkdirSync(join(this.folder, 'steps'));
    writeFileSync(join(this.folder, 'steps/steps.js'), STEPS);
    this.write(examples);
  }

  /** Writes the feature anew. */
  write(examples: string): void {
    writeFileSync(
      join(this.folder, 'work.feature'),
      `Feature: Work\n\n  Rule: What works is well\n\n${examples}`,
    );
  }

  /** Where the examples stand, as reports name them. */
  get feature(): string {
    return relative(process.cwd(), join(this.folder, 'work.feature'));
  }

  get printed(): string {
    return this.#printed;
  }

  /** How often something was noted. */
  noted(name: string): number {
    try {
      return readFileSync(join(this.folder, 'steps', name), 'utf8').length;
    } catch {
      return 0;
    }
  }

  report(file: string): string {
    return readFileSync(join(this.reports, file), 'utf8');
  }

  async plan({ answers = ordinary, ...changes }: Changes = {}): Promise<ConformancePlan> {
    const { runConfiguration } = await loadConfiguration({
      file: false,
      provided: {
        paths: [this.feature],
        require: [join(this.folder, 'steps/*.js')],
        format: ['summary'],
      },
    });
    const send = async ({ path }: Call) => {
      const body = answers(path);
      if (body === undefined) throw new Error('connect ECONNREFUSED 127.0.0.1:6443');
      return { code: 200, body, warnings: [] };
    };
    return {
      configuration: runConfiguration,
      selection: [],
      claims: this.claims,
      folder: this.reports,
      target: { context: 'ci', run: 'r1', mode: 'shared', patience: 65_000, hold: 3_000 },
      parallel: 1,
      driver: 'in-process',
      connection: {
        server: 'https://127.0.0.1:6443',
        latency: 1,
        skew: 0,
        now: () => 0,
        earliest: () => 0,
        send,
        listen: () => Promise.reject(new Error('Nobody watches.')),
        close: () => undefined,
      },
      capabilities: capabilityNames.map((name) =>
        name === 'impersonation'
          ? { name, offered: false, code: name, reason: 'Nobody may impersonate.' }
          : { name, offered: true },
      ),
      failFast: false,
      resume: false,
      reproduce: 'npm run conformance -- --context ci',
      ...changes,
    };
  }

  /** Rehearses, and runs. */
  async run(changes: Changes = {}) {
    const plan = await this.plan(changes);
    this.#rehearsal ??= await rehearse(plan);
    const listener: Listener = {
      stdout: {
        write: (text) => {
          this.#printed += text;
        },
      },
      stop: changes.stop ?? new AbortController().signal,
    };
    return runConformance(plan, this.#rehearsal, listener);
  }

  #rehearsal: Awaited<ReturnType<typeof rehearse>> | undefined;

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
