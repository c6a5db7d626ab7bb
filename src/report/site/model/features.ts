import type { FeatureChild, GherkinDocument, Rule, Scenario } from '@cucumber/messages';
import { authorityOf, partsOf } from '../../../catalogue/authority';
import type { Example } from '../../../run/example';
import { featureAddress, lineAddress, subjectOf } from './addresses';
import { grouped } from './grouped';
import type { ExampleEntry, FeatureEntry, RuleEntry } from './site';
import { backgroundIn } from './steps';

type ExamplesByLine = ReadonlyMap<number, readonly Example[]>;

/** The features of a run with what was run of them; what was not in the run is left out. */
export const featuresOf = (
  documents: readonly GherkinDocument[],
  examples: readonly Example[],
): readonly FeatureEntry[] => {
  const byUri = grouped(examples, ({ uri }) => uri);
  return documents.flatMap((document) => {
    const own = byUri.get(document.uri ?? '') ?? [];
    return own.length === 0 ? [] : featureOf(document, own);
  });
};

const featureOf = (document: GherkinDocument, examples: readonly Example[]): readonly FeatureEntry[] => {
  const { feature, uri = '' } = document;
  if (!feature) return [];
  const byLine = grouped(examples, ({ line }) => line);
  const rules = feature.children.flatMap((child) => ruleOf(child, document, byLine));
  return [
    {
      address: featureAddress(uri),
      uri,
      title: feature.name,
      description: dedented(feature.description),
      language: feature.language,
      subject: subjectOf(uri),
      background: backgroundIn(feature.children),
      rules: joined(rules),
    },
  ];
};

const ruleOf = (
  { rule, scenario }: FeatureChild,
  document: GherkinDocument,
  byLine: ExamplesByLine,
): readonly RuleEntry[] => {
  const uri = document.uri ?? '';
  if (scenario) {
    const examples = examplesOf(scenario, uri, byLine);
    const address = lineAddress(uri, scenario.location.line);
    return examples.length === 0
      ? []
      : [{ address: `${address}/rule`, description: '', authority: [], background: [], examples }];
  }
  return rule ? titled(rule, document, byLine) : [];
};

const titled = (rule: Rule, document: GherkinDocument, byLine: ExamplesByLine): readonly RuleEntry[] => {
  const uri = document.uri ?? '';
  const examples = rule.children.flatMap((child) =>
    child.scenario ? examplesOf(child.scenario, uri, byLine) : [],
  );
  if (examples.length === 0) return [];
  const authority = authorityOf(document, rule);
  return [
    {
      address: lineAddress(uri, rule.location.line),
      title: rule.name,
      description: dedented(rule.description),
      authority: authority ? partsOf(authority) : [],
      background: backgroundIn(rule.children),
      examples,
    },
  ];
};

/** The examples that were made of a scenario: one, or one of each row of its tables. */
const examplesOf = (scenario: Scenario, uri: string, byLine: ExamplesByLine): readonly ExampleEntry[] => {
  const rows = scenario.examples.flatMap(({ tableBody }) => tableBody);
  const lines = rows.length > 0 ? rows.map(({ location }) => location.line) : [scenario.location.line];
  return lines.flatMap((line) =>
    (byLine.get(line) ?? []).map((example) => ({ address: lineAddress(uri, line), example })),
  );
};

/** Examples without a rule that follow each other stand together. */
const joined = (rules: readonly RuleEntry[]): readonly RuleEntry[] => {
  const found: RuleEntry[] = [];
  for (const rule of rules) {
    const last = found.at(-1);
    if (!last || last.title !== undefined || rule.title !== undefined) found.push(rule);
    else found[found.length - 1] = { ...last, examples: [...last.examples, ...rule.examples] };
  }
  return found;
};

/** A description as it is meant: without the indentation that all its lines share. */
const dedented = (text: string): string => {
  const lines = text.split('\n');
  const margins = lines.filter((line) => line.trim() !== '').map((line) => line.search(/\S/));
  const margin = Math.min(...margins, Number.MAX_SAFE_INTEGER);
  return lines
    .map((line) => line.slice(margin))
    .join('\n')
    .trim();
};
