import type { Envelope, Pickle } from '@cucumber/messages';
import { RegisterError } from '../catalogue/entries';
import type { Claim } from '../catalogue/register';
import { parseFeatures } from '../project/features';
import { HOUSE } from '../project/house';
import { readRegister } from '../project/register';
import { isPackage } from '../run/calledAs';
import { languageOfRun } from '../run/language';
import { RunLog } from '../run/log';
import { optionsOfRun } from '../run/options';
import { Progress } from '../terminal/progress';
import { styleFor } from '../terminal/style';
import { pageText } from './page';
import { wordsIn } from './words/words';

/** What Cucumber hands to a formatter; the part used here. */
interface FormatterContext {
  readonly on: (key: 'message', handler: (envelope: Envelope) => void) => void;
  readonly write: (text: string) => void;
  readonly stream: { readonly isTTY?: boolean; readonly columns?: number };
}

/** Writes a run to the terminal: progress, failures, then the register with what was found. */
const formatter = ({ on, write, stream }: FormatterContext): void => {
  const log = new RunLog();
  const language = languageOfRun(process.env);
  const progress = new Progress(stream.isTTY ? write : undefined);
  on('message', (envelope) => {
    log.take(envelope);
    if (envelope.testCaseFinished) progress.show(wordsIn(language).progress(log.finished, log.planned));
    if (!envelope.testRunFinished) return;
    progress.clear();
    write(
      pageText(log, {
        claims: registerOr(write),
        run: optionsOfRun(),
        style: styleFor(stream, process.env, language),
        pickles: () => [...[...houseOfPackage(), process.cwd()].flatMap(picklesOf), ...log.pickles()],
      }),
    );
  });
};

const picklesOf = (directory: string): readonly Pickle[] => parseFeatures(directory).pickles;

/** Where Rollcall is a package, its own features show how its phrases are used. */
const houseOfPackage = (): readonly string[] => (isPackage() ? [HOUSE] : []);

const registerOr = (write: (text: string) => void): readonly Claim[] => {
  try {
    return readRegister(process.cwd());
  } catch (error) {
    if (!(error instanceof RegisterError)) throw error;
    write(`\n${error.message}\n`);
    return [];
  }
};

export default { type: 'formatter', formatter };
