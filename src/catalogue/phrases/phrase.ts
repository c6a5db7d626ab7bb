import {
  type Expression,
  ExpressionFactory,
  ParameterType,
  ParameterTypeRegistry,
} from '@cucumber/cucumber-expressions';
import {
  type ParameterType as ParameterTypeMessage,
  type Pickle,
  PickleStepType,
  type StepDefinition,
  StepDefinitionPatternType,
} from '@cucumber/messages';

/** A phrase that steps can be written with: the pattern of a step definition. */
export interface Phrase {
  /** Of the step definition. */
  readonly id: string;
  /** `node {string} is labelled {labels}` */
  readonly pattern: string;
  readonly file: string;
  readonly line: number;
  readonly expression: Expression;
}

/** What messages tell about step definitions and the parameters in them. */
export interface Vocabulary {
  readonly stepDefinitions: readonly StepDefinition[];
  readonly parameterTypes: readonly ParameterTypeMessage[];
}

/** The phrases of a run, in the order they are defined. */
export const phrasesOf = ({ stepDefinitions, parameterTypes }: Vocabulary): readonly Phrase[] => {
  const registry = new ParameterTypeRegistry();
  for (const { name, regularExpressions, useForSnippets, preferForRegularExpressionMatch } of parameterTypes)
    registry.defineParameterType(
      new ParameterType(
        name,
        regularExpressions,
        null,
        undefined,
        useForSnippets,
        preferForRegularExpressionMatch,
      ),
    );
  const factory = new ExpressionFactory(registry);
  return stepDefinitions.map(({ id, pattern, sourceReference }) => ({
    id,
    pattern: pattern.source,
    file: sourceReference.uri ?? '',
    line: sourceReference.location?.line ?? 1,
    expression: factory.createExpression(
      pattern.type === StepDefinitionPatternType.REGULAR_EXPRESSION
        ? regularExpression(pattern.source)
        : pattern.source,
    ),
  }));
};

/** Cucumber writes a pattern with flags as `/pattern/flags`, and one without them bare. */
const regularExpression = (source: string): RegExp => {
  const [, body = source, flags = ''] = /^\/(.*)\/([a-z]+)$/s.exec(source) ?? [];
  return new RegExp(body, flags);
};

const keywords: Readonly<Record<PickleStepType, string>> = {
  [PickleStepType.CONTEXT]: 'Given ',
  [PickleStepType.ACTION]: 'When ',
  [PickleStepType.OUTCOME]: 'Then ',
  [PickleStepType.UNKNOWN]: '',
};

/** Finds for each phrase the first step that is written with it, as `When node "a" is labelled "b=c"`. */
export const examplesOf = (
  phrases: readonly Phrase[],
  pickles: readonly Pickle[],
): ReadonlyMap<Phrase, string> => {
  const examples = new Map<Phrase, string>();
  const open = new Set(phrases);
  const seen = new Set<string>();
  for (const { steps } of pickles) {
    for (const { text, type = PickleStepType.UNKNOWN } of steps) {
      if (open.size === 0) return examples;
      if (seen.has(text)) continue;
      seen.add(text);
      for (const phrase of open) {
        if (!phrase.expression.match(text)) continue;
        examples.set(phrase, keywords[type] + text);
        open.delete(phrase);
      }
    }
  }
  return examples;
};
