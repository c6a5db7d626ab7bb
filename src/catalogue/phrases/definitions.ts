import type { Expression } from '@cucumber/cucumber-expressions';
import type { Form } from './form';
import type { Translation } from './translation';

/** A step definition, with what step files gave to Cucumber beside its phrase. */
export interface Definition {
  readonly id: string;
  readonly pattern: unknown;
  readonly expression: Expression;
  readonly options: {
    readonly wrapperOptions?: { readonly form?: Form; readonly english?: Translation };
  };
}

const isDefinition = (value: unknown): value is Definition =>
  typeof value === 'object' && value !== null && 'id' in value && 'options' in value && 'expression' in value;

/**
 * The step definitions, by their ids: Cucumber keeps them, but does not say so in its types.
 * @param library what Cucumber found in the step files
 */
export const definitionsIn = (library: object): ReadonlyMap<string, Definition> => {
  const definitions: unknown = 'stepDefinitions' in library ? library.stepDefinitions : [];
  return new Map(
    (Array.isArray(definitions) ? definitions : []).filter(isDefinition).map((each) => [each.id, each]),
  );
};

/** What tables look like, by the ids of the step definitions they stand below. */
export const formsIn = (definitions: ReadonlyMap<string, Definition>): ReadonlyMap<string, Form> =>
  new Map(
    [...definitions].flatMap(([id, { options }]) => {
      const form = options.wrapperOptions?.form;
      return form ? [[id, form] as const] : [];
    }),
  );

/** The patterns of English phrases that are said in another language, too. */
export const translatedIn = (definitions: ReadonlyMap<string, Definition>): ReadonlySet<string> =>
  new Set([...definitions.values()].flatMap(({ options }) => options.wrapperOptions?.english?.pattern ?? []));
