import { Formatter, type IFormatterOptions } from '@cucumber/cucumber';
import { RunLog } from '../../run/log';
import { type MadeCode, madeCode } from './code/made';
import { pageOf } from './page';

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
    this.log(pageOf(this.#log, this.supportCodeLibrary, code));
    await super.finished();
  }
}
