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

/** Several features as one. */
export const gathered = (parsed: readonly ParsedFeatures[]): ParsedFeatures => ({
  sources: parsed.flatMap(({ sources }) => sources),
  documents: parsed.flatMap(({ documents }) => documents),
  pickles: parsed.flatMap(({ pickles }) => pickles),
  errors: parsed.flatMap(({ errors }) => errors),
});
