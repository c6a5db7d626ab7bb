import { writeJson } from '../../fields/exactJson';

const sorted = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const map = value as Record<string, unknown>;
  return Object.fromEntries(
    Object.keys(map)
      .sort()
      .map((key) => [key, sorted(map[key])]),
  );
};

/** An API value as `kubectl get -o json` prints it: keys sorted, four spaces to a level. */
export const toJson = (value: unknown): string => `${writeJson(sorted(value), 4)}\n`;

/** An API value in one line with sorted keys. */
export const toCompactJson = (value: unknown): string => writeJson(sorted(value));
