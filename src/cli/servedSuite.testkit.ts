import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Envelope } from '@cucumber/messages';
import { REGISTER_PATH } from '../catalogue/register';
import { endingIn } from '../run/ending';
import { RunLog } from '../run/log';
import { HOUSE, Project, type Ran } from './project.testkit';

const MESSAGES = 'messages.ndjson';
const KUBECONFIG = 'kubeconfig';

/** Rounds in which what nobody can tell is tried again. */
const ROUNDS = 5;

/** How each example ended, by where it stands: `features/x.feature:12`. */
export type Outcomes = ReadonlyMap<string, string>;

/** The whole suite, run as people run it, one command after the other. */
export class Suite {
  readonly #project = new Project();

  async prepare(): Promise<void> {
    const configuration = JSON.stringify({
      require: [join(HOUSE, 'src/project/disk.ts'), join(HOUSE, 'steps/**/!(*.test).ts')],
      format: [['message', MESSAGES]],
    });
    await this.#project.write({
      'cucumber.js': `module.exports = { default: ${configuration} };`,
      [REGISTER_PATH]: readFileSync(join(HOUSE, REGISTER_PATH), 'utf8'),
    });
    cpSync(join(HOUSE, 'features'), join(this.#project.directory, 'features'), { recursive: true });
  }

  remove(): void {
    this.#project.remove();
  }

  /** How the examples end in process. */
  async inProcess(): Promise<Outcomes> {
    return this.#run();
  }

  /**
   * How they end on a cluster that exists. What nobody can tell is tried again, a few times.
   * @param kubeconfig with one context, `rollcall`
   * @param args options, and after them the features; by default all
   */
  async onCluster(kubeconfig: string, ...args: readonly string[]): Promise<Outcomes> {
    writeFileSync(join(this.#project.directory, KUBECONFIG), kubeconfig);
    const on = ['--driver', 'kubernetes', '--context', 'rollcall', '--kubeconfig', KUBECONFIG];
    const outcomes = new Map(await this.#run(...on, ...args));
    const options = [...on, ...args.filter((arg) => !arg.startsWith('features/'))];
    const open = (): string[] =>
      [...outcomes].flatMap(([place, outcome]) => (outcome === 'inconclusive' ? [place] : []));
    for (let round = 1; round < ROUNDS && open().length > 0; round++)
      for (const [place, outcome] of await this.#run(...options, ...open())) outcomes.set(place, outcome);
    return outcomes;
  }

  /**
   * Takes some examples through the conformance command, and has the report checked.
   * @param kubeconfig with one context, `rollcall`
   */
  async conformance(kubeconfig: string, ...chosen: readonly string[]): Promise<readonly Ran[]> {
    writeFileSync(join(this.#project.directory, KUBECONFIG), kubeconfig);
    const on = ['--context', 'rollcall', '--kubeconfig', KUBECONFIG, '--yes'];
    const ran = await this.#project.run('conformance', ...on, ...chosen);
    return [ran, await this.#project.run('conformanceCheck', 'reports/conformance.yaml')];
  }

  async #run(...args: readonly string[]): Promise<Outcomes> {
    const { stdout, stderr } = await this.#project.run('start', ...args);
    const log = new RunLog();
    const text = readFileSync(join(this.#project.directory, MESSAGES), 'utf8');
    for (const line of text.split('\n')) if (line) log.take(JSON.parse(line) as Envelope);
    const examples = log.examples();
    if (examples.length === 0) throw new Error(`Nothing was run: ${stdout}${stderr}`);
    return new Map(
      examples.map(({ uri, line, outcome, steps }) => {
        const ending = endingIn(steps.flatMap(({ attachments }) => attachments));
        return [`${uri}:${line}`, ending?.kind ?? outcome];
      }),
    );
  }
}

/** Where outcomes differ, in words; nothing where they do not. */
export const differences = (found: Outcomes, expected: Outcomes): readonly string[] =>
  [...new Set([...expected.keys(), ...found.keys()])].flatMap((place) => {
    const [is, should] = [found.get(place) ?? 'not run', expected.get(place) ?? 'not run'];
    return is === should ? [] : [`${place}: ${is}, and in process ${should}`];
  });
