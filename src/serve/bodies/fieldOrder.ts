import { quoted } from '../../kubernetes/fields/text';
import { parseJson } from '../../kubernetes/wire/json/parse';

/**
 * What is wrong with the fields of a text of JSON, in the order of the text: what is in a field that nobody knows is not
 * looked at.
 * @param unknown paths of fields that nobody knows
 * @see sigs.k8s.io/json/internal/golang/encoding/json decodeState.object
 */
export const fieldProblems = (text: string, unknown: readonly string[]): readonly string[] => {
  const isUnknown = new Set(unknown);
  const problems = new Set<string>();
  let around: string | undefined;
  const isPassedOver = (path: string): boolean =>
    around !== undefined && (path.startsWith(`${around}.`) || path.startsWith(`${around}[`));
  const onField = (path: string): void => {
    if (isPassedOver(path)) return;
    around = isUnknown.has(path) ? path : undefined;
    if (around) problems.add(`unknown field ${quoted(path)}`);
  };
  const onDuplicate = (path: string): void => {
    if (path !== around && !isPassedOver(path)) problems.add(`duplicate field ${quoted(path)}`);
  };
  parseJson(text, { onField, onDuplicate });
  // What defaults or conversion brought in is in no text.
  for (const path of unknown) problems.add(`unknown field ${quoted(path)}`);
  return [...problems];
};
