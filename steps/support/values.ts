import { readQuantity } from '../../src/kubernetes/fields/exactQuantity';
import type { Taint } from '../../src/kubernetes/fields/taints';
import {
  dnsSubdomain,
  type Format,
  labelKey,
  labelValue,
} from '../../src/kubernetes/fields/validation/formats';
import { quantityOf } from '../../src/kubernetes/fields/validation/resources';
import { validateTaints } from '../../src/kubernetes/fields/validation/tolerations';
import type { StringMap } from '../../src/kubernetes/object';

// Values as features write them. What the API server would not take is refused here, in its words.

const check = (format: Format, what: string, text: string): void => {
  const [problem] = format(text);
  if (problem !== undefined) throw new Error(`"${text}" is no ${what}: ${problem}`);
};

/** Reads `role=worker, region=east`; an empty text has no labels. @throws if one is malformed, or set twice */
export const readLabels = (text: string): StringMap => {
  const labels: Record<string, string> = {};
  for (const part of text.split(',')) {
    const pair = part.trim();
    if (pair === '') continue;
    const [, key, value] = /^([^=]+)=(.*)$/.exec(pair) ?? [];
    if (key === undefined || value === undefined)
      throw new Error(`"${pair}" is no label. Write key=value, and commas between labels.`);
    check(labelKey, 'key of a label', key);
    check(labelValue, 'value of a label', value);
    if (Object.hasOwn(labels, key)) throw new Error(`The label "${key}" is set twice: ${text}`);
    labels[key] = value;
  }
  return labels;
};

/** Reads `key=value:Effect` or `key:Effect`, as `oc adm taint` writes taints. */
export const readTaint = (text: string): Taint => {
  const [, key, value, effect] =
    /^([^=:]+)(?:=([^:]*))?:(NoSchedule|PreferNoSchedule|NoExecute)$/.exec(text) ?? [];
  if (key === undefined || effect === undefined)
    throw new Error(
      `"${text}" is no taint. Write key=value:Effect; effects are NoSchedule, PreferNoSchedule and NoExecute.`,
    );
  return { key, effect, ...(value === undefined ? {} : { value }) };
};

/** Reads taints with commas between them; an empty text has none. @throws if one is malformed, or there twice */
export const readTaints = (text: string): readonly Taint[] => {
  const taints = text
    .split(',')
    .filter((part) => part.trim() !== '')
    .map((part) => readTaint(part.trim()));
  const [cause] = validateTaints(taints, 'taints');
  if (cause) throw new Error(`"${text}" is no list of taints: ${cause.message}`);
  return taints;
};

/** Checks the name of a node, as the API server does. */
export const readNodeName = (text: string): string => {
  check(dnsSubdomain, 'name of a node', text);
  return text;
};

/**
 * Checks an amount of a resource.
 * @param takes what may stand there, with its unit: `cores, like 2 or 500m`
 */
export const readAmountOf = (resource: string, text: string, takes: string): string => {
  const read = readQuantity(text);
  if (typeof read === 'string')
    throw new Error(`"${text}" is no amount of ${resource}. Write ${takes}. (${read})`);
  const [cause] = quantityOf(resource, text, resource);
  if (cause) throw new Error(`${cause.message}. Write ${takes}.`);
  return text;
};

/** A version is the tag of an image, or its digest. */
const VERSION = /^(?:[\w][\w.-]{0,127}|sha256:[0-9a-f]+)$/;

/** @throws if no image can have this version */
export const readVersion = (text: string): string => {
  if (!VERSION.test(text))
    throw new Error(
      `"${text}" is no version. Write the tag of an image, like v2, or its digest, like sha256:0123abcd.`,
    );
  return text;
};

/** Reads a whole number. @param takes what may stand there: `seconds, like 10` */
export const readWhole = (text: string, takes: string): number => {
  if (!/^-?\d+$/.test(text)) throw new Error(`"${text}" is no whole number. Write ${takes}.`);
  return Number(text);
};

/** A whole number, or a percentage as it is. */
export const readNumberOrPercentage = (text: string, takes: string): number | string =>
  /^-?\d+%$/.test(text) ? text : readWhole(text, takes);

/** `10 seconds` */
export const readSeconds = (text: string): number => {
  const seconds = /^(\d+) seconds?$/.exec(text)?.[1];
  if (seconds === undefined) throw new Error(`"${text}" is no time that can be read here. Write 10 seconds.`);
  return Number(seconds);
};
