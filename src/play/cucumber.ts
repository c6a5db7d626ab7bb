import { TestStepResultStatus } from '@cucumber/messages';
import type { Code, Wrapper } from './support/code';
import {
  type DefinitionOptions,
  type HookOptions,
  Library,
  type Occasion,
  type ParameterTypeOptions,
} from './support/library';

/*
 * What steps import where there is no Cucumber. Where features are played this stands in the place of '@cucumber/cucumber', and
 * has of it what steps use.
 */

/** What the files of steps have defined. */
export const library = new Library();

const defineStep = (pattern: string | RegExp, options: DefinitionOptions | Code, code?: Code): void => {
  if (typeof options === 'function') library.addStep(pattern, options);
  else if (code) library.addStep(pattern, code, options);
};

export { defineStep, defineStep as Given, defineStep as Then, defineStep as When };

const defineHook =
  (occasion: Occasion) =>
  (options: HookOptions | string | Code, code?: Code): void => {
    if (typeof options === 'function') library.addHook(occasion, options);
    else if (code) library.addHook(occasion, code, typeof options === 'string' ? { tags: options } : options);
  };

export const Before = defineHook('before');
export const After = defineHook('after');
export const BeforeStep = defineHook('beforeStep');
export const AfterStep = defineHook('afterStep');

/** What is played ends with the page. */
export const AfterAll = (_code: () => unknown): void => {};

export const defineParameterType = (options: ParameterTypeOptions): void => {
  library.parameterTypes.push(options);
};

export const setWorldConstructor = (World: Library['World']): void => {
  library.World = World;
};

export const setDefinitionFunctionWrapper = (wrapper: Wrapper): void => {
  library.wrapper = wrapper;
};

/** Nothing that is played takes real time. */
export const setDefaultTimeout = (_milliseconds: number): void => {};

export { DataTable } from './support/dataTable';
export { World } from './support/world';
export { TestStepResultStatus as Status };
