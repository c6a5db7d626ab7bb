import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { generateMessages } from '@cucumber/gherkin';
import {
  type GherkinDocument,
  IdGenerator,
  type ParseError,
  type Pickle,
  SourceMediaType,
} from '@cucumber/messages';

/** Features as Gherkin reads them, before any step is looked at. */
export interface ParsedFeatures {
  readonly sources: readonly { readonly uri: string; readonly text: string }[];
  readonly documents: readonly GherkinDocument[];
  readonly pickles: readonly Pickle[];
  readonly errors: readonly ParseError[];
}

/** The folder of all features, in a project. */
const FOLDER = 'features';

/** Parses the text of one feature. */
export const parseFeature = (text: string, uri: string): ParsedFeatures => {
  const envelopes = generateMessages(text, uri, SourceMediaType.TEXT_X_CUCUMBER_GHERKIN_PLAIN, {
    includeGherkinDocument: true,
    includePickles: true,
    newId: IdGenerator.uuid(),
  });
  return {
    sources: [{ uri, text }],
    documents: envelopes.flatMap(({ gherkinDocument }) => gherkinDocument ?? []),
    pickles: envelopes.flatMap(({ pickle }) => pickle ?? []),
    errors: envelopes.flatMap(({ parseError }) => parseError ?? []),
  };
};

/** Parses every feature in the features folder of a project, in the order of their paths. */
export const parseFeatures = (directory: string): ParsedFeatures => {
  const parsed = featureFiles(directory).map((file) =>
    parseFeature(readFileSync(join(directory, file), 'utf8'), file),
  );
  return {
    sources: parsed.flatMap(({ sources }) => sources),
    documents: parsed.flatMap(({ documents }) => documents),
    pickles: parsed.flatMap(({ pickles }) => pickles),
    errors: parsed.flatMap(({ errors }) => errors),
  };
};

const featureFiles = (directory: string): readonly string[] => {
  try {
    return readdirSync(join(directory, FOLDER), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.feature'))
      .map((file) => `${FOLDER}/${file.replaceAll('\\', '/')}`)
      .sort();
  } catch {
    return [];
  }
};
