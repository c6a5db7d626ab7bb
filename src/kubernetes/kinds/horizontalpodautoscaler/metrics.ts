import type { Part } from '../../fields/fill';

/** A metric, of a spec or of a status, and what the versions call its value. */
interface Names {
  /** In the newer version: `target` or `current`. */
  readonly value: string;
  /** In the older: begins `targetAverageValue` or `currentAverageValue`. */
  readonly prefix: string;
}

export const OF_SPEC: Names = { value: 'target', prefix: 'target' };
export const OF_STATUS: Names = { value: 'current', prefix: 'current' };

const part = (value: unknown): Part => (value ?? {}) as Part;

const filledIn = (fields: Part): Part =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));

const RESOURCES = new Set(['resource', 'containerResource']);

/** The field that a metric of a type stands in: `resource` for `Resource`. */
const fieldOf = (type: unknown): string => `${String(type).charAt(0).toLowerCase()}${String(type).slice(1)}`;

const resourceIn = (given: Part, { value, prefix }: Names): Part => {
  const { [value]: amount, ...rest } = given;
  const { averageUtilization, averageValue } = part(amount);
  return filledIn({
    ...rest,
    [`${prefix}AverageUtilization`]: averageUtilization,
    [`${prefix}AverageValue`]: averageValue,
  });
};

const resourceFrom = (given: Part, { value, prefix }: Names): Part => {
  const {
    [`${prefix}AverageUtilization`]: averageUtilization,
    [`${prefix}AverageValue`]: averageValue,
    ...rest
  } = given;
  const type = averageUtilization === undefined ? 'AverageValue' : 'Utilization';
  const amount = filledIn({ averageUtilization, averageValue });
  return { ...rest, [value]: value === OF_SPEC.value ? { type, ...amount } : amount };
};

const selectorName = (field: string): string => (field === 'external' ? 'metricSelector' : 'selector');

const otherIn = (field: string, given: Part, { value, prefix }: Names): Part => {
  const { metric, describedObject, [value]: amount } = given;
  const { value: whole, averageValue } = part(amount);
  const { name: metricName, selector } = part(metric);
  const isObject = field === 'object';
  return filledIn({
    ...(isObject ? { target: describedObject } : {}),
    metricName,
    [selectorName(field)]: selector,
    [`${prefix}Value`]: isObject ? (whole ?? '0') : whole,
    [isObject ? 'averageValue' : `${prefix}AverageValue`]: averageValue,
  });
};

const otherFrom = (field: string, given: Part, { value, prefix }: Names): Part => {
  const isObject = field === 'object';
  const averageValue = given[isObject ? 'averageValue' : `${prefix}AverageValue`];
  const whole = given[`${prefix}Value`];
  const isAverage = isObject ? averageValue !== undefined : whole === undefined;
  const amount = filledIn({
    value: isObject && isAverage && whole === '0' ? undefined : whole,
    averageValue,
  });
  return filledIn({
    ...(isObject ? { describedObject: given.target } : {}),
    metric: filledIn({ name: given.metricName, selector: given[selectorName(field)] }),
    [value]: value === OF_SPEC.value ? { type: isAverage ? 'AverageValue' : 'Value', ...amount } : amount,
  });
};

/** A metric of the newer version, as the older one writes it into an annotation. */
export const inOlderForm = (metric: Part, names: Names): Part => {
  const field = fieldOf(metric.type);
  const given = part(metric[field]);
  return {
    type: metric.type,
    [field]: RESOURCES.has(field) ? resourceIn(given, names) : otherIn(field, given, names),
  };
};

/** The inverse of `inOlderForm`. */
export const inNewerForm = (metric: Part, names: Names): Part => {
  const field = fieldOf(metric.type);
  const given = part(metric[field]);
  return {
    type: metric.type,
    [field]: RESOURCES.has(field) ? resourceFrom(given, names) : otherFrom(field, given, names),
  };
};
