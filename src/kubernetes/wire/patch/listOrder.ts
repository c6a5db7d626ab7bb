import { isObject } from './json';

/** Whether two list items are the same one: by merge key for objects, by value for scalars. */
export const sameItem = (a: unknown, b: unknown, mergeKey: string | undefined): boolean =>
  mergeKey === undefined ? a === b : isObject(a) && isObject(b) && a[mergeKey] === b[mergeKey];

/**
 * Orders a merged list: items that `wanted` names come in its order; the others keep the order they had on the
 * server and go before the first wanted item that stood behind them there.
 */
export const inOrder = (
  list: readonly unknown[],
  wanted: readonly unknown[],
  server: readonly unknown[],
  mergeKey: string | undefined,
): readonly unknown[] => {
  const position = (order: readonly unknown[], item: unknown): number =>
    order.findIndex((entry) => sameItem(entry, item, mergeKey));
  const by = (order: readonly unknown[]) => (a: unknown, b: unknown) =>
    position(order, a) - position(order, b);
  const named = list.filter((item) => position(wanted, item) >= 0).sort(by(wanted));
  const others = list.filter((item) => position(wanted, item) < 0).sort(by(server));
  const result: unknown[] = [];
  let next = 0;
  for (const item of others) {
    const at = position(server, item);
    while (next < named.length) {
      const rival = position(server, named[next]);
      if (at >= 0 && rival >= 0 && at < rival) break;
      result.push(named[next]);
      next += 1;
    }
    result.push(item);
  }
  return [...result, ...named.slice(next)];
};
