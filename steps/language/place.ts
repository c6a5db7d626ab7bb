/**
 * Does something that asks the stack who called it, as Cucumber does to know where a phrase is defined, and lets it find the
 * caller of `of`. Where stacks cannot be cut, it finds who it finds.
 */
export const inPlaceOf = (of: (...values: never[]) => unknown, act: () => void): void => {
  const place = new Error();
  Error.captureStackTrace?.(place, of);
  const { stack } = place;
  const { prepareStackTrace } = Error;
  Error.prepareStackTrace = () => stack;
  try {
    act();
  } finally {
    Error.prepareStackTrace = prepareStackTrace;
  }
};
