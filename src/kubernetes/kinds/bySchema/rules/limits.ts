import type { Quantities } from '../../../fields/amounts';
import { canonicalQuantity, type ExactQuantity, exactly } from '../../../fields/exactQuantity';
import type { Part } from '../../../fields/fill';
import {
  duplicate,
  forbidden,
  invalid,
  misformatted,
  named,
  required,
} from '../../../fields/validation/causes';
import { labelKey } from '../../../fields/validation/formats';
import { containerResourceName, mayOvercommit, resourceName } from '../../../fields/validation/resources';
import type { FieldCause } from '../../../refusals';
import { type Rule, under } from './rule';

const STANDARD = ['Pod', 'Container', 'PersistentVolumeClaim'];
const FIELDS = ['max', 'min', 'default', 'defaultRequest', 'maxLimitRequestRatio'] as const;
type Field = (typeof FIELDS)[number];

const typeName = (type: string, at: string): readonly FieldCause[] => {
  const problems = misformatted(at, named(type), labelKey(type));
  if (problems.length > 0 || type.includes('/') || STANDARD.includes(type)) return problems;
  return [invalid(at, named(type), 'must be a standard limit type or fully qualified')];
};

const UNIT = 1_000_000_000n;
const MILLI = 1_000_000n;

const ceiling = (value: bigint, unit: bigint): bigint => (value + unit - 1n) / unit;

/** How many times the one goes into the other, as the API server reckons. */
const ratioOf = (most: ExactQuantity, least: ExactQuantity): number =>
  Number(ceiling(most.nano, MILLI)) / Number(ceiling(least.nano, MILLI));

/** What is wrong with the amounts of one resource, held against each other. */
const againstEachOther = (
  name: string,
  amount: (field: Field) => string | undefined,
  at: string,
): readonly FieldCause[] => {
  const causes: FieldCause[] = [];
  const text = (field: Field): string => canonicalQuantity(amount(field) ?? '0');
  const exact = (field: Field): ExactQuantity => exactly(amount(field) ?? '0');
  const has = (...fields: readonly Field[]): boolean => fields.every((field) => amount(field) !== undefined);
  const notMore = (
    [less, lessWords]: readonly [Field, string],
    [more, moreWords]: readonly [Field, string],
    [field, shown]: readonly [Field, Field],
  ): void => {
    if (!has(less, more) || exact(less).nano <= exact(more).nano) return;
    const why = `${lessWords} ${text(less)} is greater than ${moreWords} ${text(more)}`;
    causes.push(invalid(`${at}.${field}[${name}]`, text(shown), why));
  };
  const [min, max] = [
    ['min', 'min value'],
    ['max', 'max value'],
  ] as const;
  const request = ['defaultRequest', 'default request value'] as const;
  notMore(min, max, ['min', 'min']);
  notMore(min, request, ['defaultRequest', 'defaultRequest']);
  notMore(request, max, ['defaultRequest', 'defaultRequest']);
  notMore(request, ['default', 'default limit value'], ['defaultRequest', 'defaultRequest']);
  notMore(min, ['default', 'default value'], ['default', 'min']);
  notMore(['default', 'default value'], max, ['default', 'max']);
  const ratio = `${at}.maxLimitRequestRatio[${name}]`;
  const shownRatio = text('maxLimitRequestRatio');
  if (has('maxLimitRequestRatio') && exact('maxLimitRequestRatio').nano < UNIT) {
    causes.push(invalid(ratio, shownRatio, `ratio ${shownRatio} is less than 1`));
  }
  if (has('maxLimitRequestRatio', 'min', 'max')) {
    const most = ratioOf(exact('max'), exact('min'));
    if (Number(exact('maxLimitRequestRatio').nano) / Number(UNIT) > most) {
      causes.push(
        invalid(ratio, shownRatio, `ratio ${shownRatio} is greater than max/min = ${most.toFixed(6)}`),
      );
    }
  }
  if (
    !mayOvercommit(name) &&
    has('default', 'defaultRequest') &&
    exact('default').nano !== exact('defaultRequest').nano
  ) {
    const why = `default value ${text('default')} must equal to defaultRequest value ${text('defaultRequest')} in ${name}`;
    causes.push(invalid(`${at}.defaultRequest[${name}]`, text('defaultRequest'), why));
  }
  return causes;
};

const item = (limit: Part, at: string): readonly FieldCause[] => {
  const type = String(limit.type ?? '');
  const isPod = type === 'Pod';
  const nameRule = isPod || type === 'Container' ? containerResourceName : resourceName;
  const of = (field: Field): Quantities => (limit[field] ?? {}) as Quantities;
  const names = (field: Field): readonly string[] => Object.keys(of(field)).sort();
  const misnamed = (field: Field): readonly FieldCause[] =>
    names(field).flatMap((name) => nameRule(name, `${at}.${field}[${name}]`));
  const notOfPods = (['default', 'defaultRequest'] as const).filter((field) => names(field).length > 0);
  const hasStorage = ['min', 'max'].some((field) => 'storage' in of(field as Field));
  const looked = FIELDS.filter((field) => !isPod || !notOfPods.includes(field as 'default'));
  const resources = [...new Set(looked.flatMap(names))].sort();
  return [
    ...misnamed('max'),
    ...misnamed('min'),
    ...(isPod
      ? notOfPods.map((field) => forbidden(`${at}.${field}`, "may not be specified when `type` is 'Pod'"))
      : [...misnamed('default'), ...misnamed('defaultRequest')]),
    ...(type === 'PersistentVolumeClaim' && !hasStorage
      ? [
          required(
            `${at}.limits`,
            'either minimum or maximum storage value is required, but neither was provided',
          ),
        ]
      : []),
    ...misnamed('maxLimitRequestRatio'),
    ...resources.flatMap((name) =>
      againstEachOther(name, (field) => (looked.includes(field) ? of(field)[name] : undefined), at),
    ),
  ];
};

/**
 * The limits of a range: of each type there is one, and no least is more than a most.
 * @see pkg/apis/core/validation/validation.go ValidateLimitRange
 */
export const limits: Rule = (spec, at) => {
  const list = (spec.limits ?? []) as readonly Part[];
  const types = list.map(({ type }) => String(type ?? ''));
  return list.flatMap((limit, index) => {
    const path = `${under(at, 'limits')}[${index}]`;
    const type = types[index] ?? '';
    return [
      ...typeName(type, `${path}.type`),
      ...(types.indexOf(type) < index ? [duplicate(`${path}.type`, named(type))] : []),
      ...item(limit, path),
    ];
  });
};
