import type { Form } from './form';

interface Definition {
  readonly id: string;
  readonly options: { readonly wrapperOptions?: { readonly form?: Form } };
}

const isDefinition = (value: unknown): value is Definition =>
  typeof value === 'object' && value !== null && 'id' in value && 'options' in value;

/**
 * What tables look like, by the ids of the step definitions they stand below: step files give it to Cucumber, which keeps
 * it with the definition, but does not say so in its types.
 * @param library what Cucumber found in the step files
 */
export const formsIn = (library: object): ReadonlyMap<string, Form> => {
  const definitions: unknown = 'stepDefinitions' in library ? library.stepDefinitions : [];
  return new Map(
    (Array.isArray(definitions) ? definitions : []).filter(isDefinition).flatMap(({ id, options }) => {
      const form = options.wrapperOptions?.form;
      return form ? [[id, form] as const] : [];
    }),
  );
};
