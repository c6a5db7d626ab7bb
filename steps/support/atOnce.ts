import type { Pickle, PickleStep } from '@cucumber/messages';

/** What a step begins with that the cluster must not have worked before. */
const AT_ONCE = /^(?:at once|곧바로) /;

/** True of a step that is done before the cluster has worked on what was done before. */
export const isAtOnce = ({ text }: PickleStep): boolean => AT_ONCE.test(text);

/** True if the next step is done at once: what this one does must not have its effect before. */
export const isHurried = ({ steps }: Pickle, { id }: PickleStep): boolean => {
  const next = steps[steps.findIndex((step) => step.id === id) + 1];
  return next !== undefined && isAtOnce(next);
};
