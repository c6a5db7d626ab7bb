import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Formatter, type IFormatterOptions } from '@cucumber/cucumber';
import { RegisterError } from '../../catalogue/entries';
import { definitionsIn, formsIn, translatedIn } from '../../catalogue/phrases/definitions';
import { HOUSE } from '../../project/house';
import { readQuestions } from '../../project/questions';
import { readRegister } from '../../project/register';
import { RunLog } from '../../run/log';
import { optionsOfRun } from '../../run/options';
import { selectionOfRun } from '../../run/selection';
import { reportsBeside } from './beside';
import { type MadeCode, madeCode } from './code/made';
import { documentOf } from './frame/document';
import { siteOf } from './model/siteOf';

/** Writes a run as living documentation: one page that opens from a disk. Its code is made while the run goes on. */
export default class SiteFormatter extends Formatter {
  static override readonly documentation = 'Writes the run as living documentation, in one HTML file.';
  readonly #log = new RunLog();
  readonly #code: Promise<MadeCode> = madeCode();

  constructor(options: IFormatterOptions) {
    super(options);
    options.eventBroadcaster.on('envelope', (envelope) => this.#log.take(envelope));
  }

  override async finished(): Promise<void> {
    const { code, problem } = await this.#code;
    if (problem !== undefined) process.stderr.write(`The page has neither style nor script: ${problem}\n`);
    const definitions = definitionsIn(this.supportCodeLibrary);
    const site = siteOf(this.#log, {
      claims: orNone(readRegister),
      questions: orNone(readQuestions),
      forms: formsIn(definitions),
      translated: translatedIn(definitions),
      options: optionsOfRun(),
      selection: selectionOfRun(),
      version: versionOfHouse(),
      beside: reportsBeside(),
      now: Date.now(),
    });
    this.log(documentOf(site, code));
    await super.finished();
  }
}

/** A register that cannot be read is told of on the terminal. */
const orNone = <T>(read: (directory: string) => readonly T[]): readonly T[] => {
  try {
    return read(process.cwd());
  } catch (error) {
    if (error instanceof RegisterError) return [];
    throw error;
  }
};

const versionOfHouse = (): string => JSON.parse(readFileSync(join(HOUSE, 'package.json'), 'utf8')).version;
