import { union } from '../sets/fieldSet';
import { identify, type Manager } from './manager';

const MOST_UPDATERS = 10;
const ANCIENT = 'ancient-changes';

const compareTexts = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/**
 * Keeps the managers that only update from becoming too many: the oldest of each version become one.
 * @see k8s.io/apimachinery/pkg/util/managedfields/internal capManagersManager
 */
export const capped = (managers: Map<string, Manager>): Map<string, Manager> => {
  if (managers.size <= MOST_UPDATERS) return managers;
  const updaters = [...managers].filter(([, { operation }]) => operation === 'Update');
  if (updaters.length <= MOST_UPDATERS) return managers;
  updaters.sort(
    ([a, one], [b, other]) => compareTexts(one.time ?? '', other.time ?? '') || compareTexts(a, b),
  );
  const left = new Map(managers);
  const firsts = new Map<string, string>();
  let count = updaters.length;
  for (const [identifier, manager] of updaters) {
    if (count <= MOST_UPDATERS) break;
    const { apiVersion, time } = manager;
    const first = firsts.get(apiVersion);
    if (first === undefined) {
      firsts.set(apiVersion, identifier);
      continue;
    }
    const bucket = { manager: ANCIENT, operation: 'Update', apiVersion } as const;
    const name = identify(bucket);
    const before = left.get(name) ?? left.get(first);
    if (!left.has(name)) left.delete(first);
    left.delete(identifier);
    const fields = before ? union(manager.fields, before.fields) : manager.fields;
    left.set(name, { ...bucket, ...(time ? { time } : {}), fields });
    count -= 1;
  }
  return left;
};
