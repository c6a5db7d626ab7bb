import type { Kinds } from '../../kubernetes/kinds/kinds';

/** Keeps what is made of a registry of kinds for as long as the registry stays as it is. */
export const kept = <T>(make: (kinds: Kinds) => T): ((kinds: Kinds) => T) => {
  const made = new WeakMap<Kinds, { readonly revision: number; readonly value: T }>();
  return (kinds) => {
    const { revision } = kinds;
    const before = made.get(kinds);
    if (before?.revision === revision) return before.value;
    const value = make(kinds);
    made.set(kinds, { revision, value });
    return value;
  };
};
