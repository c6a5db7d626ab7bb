/** The code of a phrase or a hook: called with the world of the example as `this`. */
// biome-ignore lint/suspicious/noExplicitAny: each phrase has parameters of its own, which its pattern tells, not its type
export type Code = (this: any, ...values: any[]) => unknown;

/** Given with `setDefinitionFunctionWrapper`: may put other code in place of a phrase's. */
export type Wrapper = (code: Code, options?: unknown) => Code;

/** As Cucumber does: what is wrapped takes as many values as the code that was there. */
export const wrapped = (code: Code, wrapper: Wrapper | undefined, options: unknown): Code => {
  const made = wrapper ? wrapper(code, options) : code;
  if (made === code) return code;
  const same: Code = function (...values) {
    return made.apply(this, values);
  };
  return Object.defineProperty(same, 'length', { value: code.length });
};

const takes = (code: Code, valid: string, withCallback: number): string =>
  `function has ${code.length} arguments, should have ${valid} (if synchronous or returning a promise)` +
  ` or ${withCallback} (if accepting a callback)`;

/** What Cucumber says of the code of a phrase that does not take what the phrase gives it; undefined if it does. */
export const wrongLength = (code: Code, values: number): string | undefined =>
  code.length === values ? undefined : takes(code, String(values), values + 1);

/** The same of a hook, which may take what it is told of the example or not. */
export const wrongHookLength = (code: Code): string | undefined =>
  code.length <= 1 ? undefined : takes(code, '0 or 1', 2);
