/** The element of an id that must be there. */
export const byId = (id: string): HTMLElement => {
  const element = document.getElementById(id);
  if (!element) throw new Error(`The page has no "${id}".`);
  return element;
};

/** All elements that a selector finds, of a kind. */
export const all = <E extends Element = HTMLElement>(
  selector: string,
  within: ParentNode = document,
): readonly E[] => [...within.querySelectorAll<E>(selector)];
