import {
  type Expression,
  ExpressionFactory,
  ParameterType,
  ParameterTypeRegistry,
} from '@cucumber/cucumber-expressions';
import {
  type ParameterType as ParameterTypeMessage,
  type StepDefinition,
  StepDefinitionPatternType,
} from '@cucumber/messages';
import type { Form } from './form';

/** A phrase that steps can be written with: the pattern of a step definition. */
export interface Phrase {
  /** Of the step definition. */
  readonly id: string;
  /** `node {string} is labelled {labels}` */
  readonly pattern: string;
  readonly file: string;
  readonly line: number;
  readonly expression: Expression;
  /** What the table below it looks like, if it takes one. */
  readonly form?: Form;
}

/** What messages tell about step definitions and the parameters in them. */
export interface Vocabulary {
  readonly stepDefinitions: readonly StepDefinition[];
  readonly parameterTypes: readonly ParameterTypeMessage[];
}

/**
 * The phrases of a run, in the order they are defined.
 * @param forms what tables look like, by the ids of step definitions
 */
export const phrasesOf = (
  { stepDefinitions, parameterTypes }: Vocabulary,
  forms: ReadonlyMap<string, Form> = new Map(),
): readonly Phrase[] => {
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
  return stepDefinitions.map(({ id, pattern, sourceReference }) => {
    let made: Expression | undefined;
    return {
      id,
      pattern: pattern.source,
      file: sourceReference.uri ?? '',
      line: sourceReference.location?.line ?? 1,
      // Most of those who list phrases match no step with them.
      get expression() {
        made ??= factory.createExpression(
          pattern.type === StepDefinitionPatternType.REGULAR_EXPRESSION
            ? regularExpression(pattern.source)
            : pattern.source,
        );
        return made;
      },
      ...(forms.has(id) ? { form: forms.get(id) } : {}),
    };
  });
};

/** Cucumber writes a pattern with flags as `/pattern/flags`, and one without them bare. */
const regularExpression = (source: string): RegExp => {
  const [, body = source, flags = ''] = /^\/(.*)\/([a-z]+)$/s.exec(source) ?? [];
  return new RegExp(body, flags);
};
