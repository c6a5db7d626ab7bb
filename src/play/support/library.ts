import {
  CucumberExpression,
  type Expression,
  ParameterType,
  ParameterTypeRegistry,
  RegularExpression,
} from '@cucumber/cucumber-expressions';
import type { Pickle } from '@cucumber/messages';
import parseTags from '@cucumber/tag-expressions';
import { type Code, type Wrapper, wrapped } from './code';
import { World, type WorldOptions } from './world';

/** A phrase with its code. */
export interface StepDefinition {
  readonly id: string;
  readonly pattern: string | RegExp;
  readonly expression: Expression;
  readonly code: Code;
  /** What the phrase was defined with: what stands below it. */
  readonly options: DefinitionOptions;
}

export interface DefinitionOptions {
  readonly wrapperOptions?: unknown;
}

export interface HookOptions extends DefinitionOptions {
  /** A tag expression: examples without these tags are passed over. */
  readonly tags?: string;
  readonly name?: string;
}

export interface Hook {
  readonly id: string;
  readonly code: Code;
  readonly appliesTo: (pickle: Pickle) => boolean;
}

export interface ParameterTypeOptions {
  readonly name: string;
  readonly regexp: RegExp | string | readonly (RegExp | string)[];
  // biome-ignore lint/suspicious/noExplicitAny: a parameter may become anything, and takes as many texts as it has groups
  readonly transformer?: (...texts: any[]) => any;
  readonly useForSnippets?: boolean;
  readonly preferForRegexpMatch?: boolean;
}

type WorldClass = new (options: WorldOptions) => World;

/** When hooks are called: before and after an example, before and after each of its steps. */
export type Occasion = 'before' | 'after' | 'beforeStep' | 'afterStep';

interface Written<Options> {
  readonly options: Options;
  readonly code: Code;
}

/** All that files of steps define, with the words of Cucumber. It is complete when the first example is played. */
export class Library {
  readonly parameterTypes: ParameterTypeOptions[] = [];
  World: WorldClass = World;
  wrapper?: Wrapper;
  readonly #steps: (Written<DefinitionOptions> & { readonly pattern: string | RegExp })[] = [];
  readonly #hooks: Readonly<Record<Occasion, Written<HookOptions>[]>> = {
    before: [],
    after: [],
    beforeStep: [],
    afterStep: [],
  };
  #definitions?: readonly StepDefinition[];
  readonly #madeHooks = new Map<Occasion, readonly Hook[]>();

  addStep(pattern: string | RegExp, code: Code, options: DefinitionOptions = {}): void {
    this.#definitions = undefined;
    this.#steps.push({ pattern, code, options });
  }

  addHook(occasion: Occasion, code: Code, options: HookOptions = {}): void {
    this.#madeHooks.clear();
    this.#hooks[occasion].push({ code, options });
  }

  /** The phrases, in the order in which they were defined. @throws if a phrase speaks of a parameter that is none */
  definitions(): readonly StepDefinition[] {
    this.#definitions ??= this.#build();
    return this.#definitions;
  }

  /** The hooks for an occasion, in the order in which they are called: what is undone is undone backwards. */
  hooks(occasion: Occasion): readonly Hook[] {
    let made = this.#madeHooks.get(occasion);
    if (!made) {
      const inOrder = this.#hooks[occasion].map(({ code, options }, index) => ({
        id: `${occasion}-${index}`,
        code: wrapped(code, this.wrapper, options.wrapperOptions),
        appliesTo: tagged(options.tags),
      }));
      made = occasion.startsWith('after') ? inOrder.reverse() : inOrder;
      this.#madeHooks.set(occasion, made);
    }
    return made;
  }

  #build(): readonly StepDefinition[] {
    const registry = new ParameterTypeRegistry();
    for (const type of this.parameterTypes) registry.defineParameterType(parameterType(type));
    return this.#steps.map(({ pattern, code, options }, index) => ({
      id: `phrase-${index}`,
      pattern,
      expression:
        typeof pattern === 'string'
          ? new CucumberExpression(pattern, registry)
          : new RegularExpression(pattern, registry),
      code: wrapped(code, this.wrapper, options.wrapperOptions),
      options,
    }));
  }
}

const parameterType = ({
  name,
  regexp,
  transformer,
  useForSnippets = true,
  preferForRegexpMatch = false,
}: ParameterTypeOptions) =>
  new ParameterType(
    name,
    Array.isArray(regexp) ? [...regexp] : regexp,
    null,
    transformer,
    useForSnippets,
    preferForRegexpMatch,
  );

const tagged = (tags: string | undefined): Hook['appliesTo'] => {
  if (tags === undefined || tags === '') return () => true;
  const expression = parseTags(tags);
  return (pickle) => expression.evaluate(pickle.tags.map(({ name }) => name));
};
