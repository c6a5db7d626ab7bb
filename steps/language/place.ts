/**
 * Does something that asks the stack who called it, as Cucumber does to know where a phrase is defined, and lets it find the
 * caller of `of`. Where stacks cannot be cut, it finds who it finds.
 */
export const inPlaceOf = (of: (...values: never[]) => unknown, act: () => void): void => {
  const { prepareStackTrace } = Error;
  const stack = placeOfCaller(of);
  Error.prepareStackTrace = () => stack;
  try {
    act();
  } finally {
    Error.prepareStackTrace = prepareStackTrace;
  }
};

/** One line of a stack is enough, and each costs a look into a source map. */
const placeOfCaller = (of: (...values: never[]) => unknown): string | undefined => {
  const place = new Error();
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = 1;
  Error.captureStackTrace?.(place, of);
  Error.stackTraceLimit = stackTraceLimit;
  return place.stack;
};
