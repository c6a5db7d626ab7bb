import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { RegisterError } from '../../catalogue/entries';
import { definitionsIn, formsIn, translatedIn } from '../../catalogue/phrases/definitions';
import { HOUSE } from '../../project/house';
import { readQuestions } from '../../project/questions';
import { readRegister } from '../../project/register';
import type { RunLog } from '../../run/log';
import { optionsOfRun } from '../../run/options';
import { selectionOfRun } from '../../run/selection';
import { reportsBeside } from './beside';
import type { SiteCode } from './code/siteCode';
import { documentOf } from './frame/document';
import type { AboutRun } from './model/runFacts';
import { siteOf } from './model/siteOf';

/**
 * A run of the project in this folder as living documentation: one page of HTML.
 * @param library what Cucumber found in the step files
 * @param conformance what is known of a cluster that exists
 */
export const pageOf = (
  log: RunLog,
  library: object,
  code: SiteCode,
  conformance?: AboutRun['conformance'],
): string => {
  const definitions = definitionsIn(library);
  const site = siteOf(log, {
    claims: orNone(readRegister),
    questions: orNone(readQuestions),
    forms: formsIn(definitions),
    translated: translatedIn(definitions),
    options: optionsOfRun(),
    selection: selectionOfRun(),
    version: versionOfHouse(),
    beside: reportsBeside(),
    now: Date.now(),
    conformance,
  });
  return documentOf(site, code);
};

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
