import { parseSelector, SelectorSyntaxError } from '../../../../kubernetes/fields/labels';
import { forbidden, invalid, misformatted, required } from '../../../../kubernetes/fields/validation/causes';
import { labelKey, labelValue } from '../../../../kubernetes/fields/validation/formats';
import type { FieldCause } from '../../../../kubernetes/refusals';

interface Requirement {
  readonly key?: string;
  readonly operator?: string;
  readonly values?: readonly string[];
}

/** The selector that a request would have, as an access review describes it. */
export interface AccessSelector {
  readonly rawSelector?: string;
  readonly requirements?: readonly Requirement[];
}

interface Selectors {
  readonly fieldSelector?: AccessSelector;
  readonly labelSelector?: AccessSelector;
}

const validateValues = ({ operator, values = [] }: Requirement, at: string): FieldCause[] => {
  const isSet = operator === 'In' || operator === 'NotIn';
  if (isSet && values.length === 0)
    return [required(`${at}.values`, "must be specified when `operator` is 'In' or 'NotIn'")];
  const isAboutKey = operator === 'Exists' || operator === 'DoesNotExist';
  return isAboutKey && values.length > 0
    ? [forbidden(`${at}.values`, "may not be specified when `operator` is 'Exists' or 'DoesNotExist'")]
    : [];
};

const validateField = (requirement: Requirement, at: string): FieldCause[] => [
  ...(requirement.key ? [] : [required(`${at}.key`, 'must be specified')]),
  ...validateValues(requirement, at),
];

const validateLabel = (requirement: Requirement, at: string): FieldCause[] => {
  const { key = '', values = [] } = requirement;
  return [
    ...validateValues(requirement, at),
    ...misformatted(`${at}.key`, key, labelKey(key)),
    ...values.flatMap((value, index) => misformatted(`${at}.values[${index}]`, value, labelValue(value))),
  ];
};

const validate = (
  selector: AccessSelector | undefined,
  at: string,
  each: (requirement: Requirement, at: string) => FieldCause[],
): FieldCause[] => {
  if (!selector) return [];
  const { rawSelector = '', requirements = [] } = selector;
  const given = requirements.flatMap((requirement, index) =>
    each(requirement, `${at}.requirements[${index}]`),
  );
  if (rawSelector && requirements.length > 0)
    return [
      invalid(`${at}.rawSelector`, rawSelector, 'may not specified at the same time as requirements'),
      ...given,
    ];
  return rawSelector || requirements.length > 0
    ? given
    : [required(`${at}.requirements`, `when ${at} is specified, requirements or rawSelector is required`)];
};

/**
 * What is wrong with the selectors of a question. Operators that nobody knows are let through: clients may be newer.
 * @see k8s.io/kubernetes/pkg/apis/authorization/validation validateResourceAttributes
 */
export const validateSelectors = ({ fieldSelector, labelSelector }: Selectors, at: string): FieldCause[] => [
  ...validate(fieldSelector, `${at}.fieldSelector`, validateField),
  ...validate(labelSelector, `${at}.labelSelector`, validateLabel),
];

const OPERATORS = ['In', 'NotIn', 'Exists', 'DoesNotExist'];

/** A requirement on fields that the API server can read: one value, in or not in it. */
const isReadableField = ({ operator = '', values = [] }: Requirement): boolean =>
  OPERATORS.slice(0, 2).includes(operator) && values.length === 1;

const isReadableLabel = ({ operator = '' }: Requirement): boolean => OPERATORS.includes(operator);

const isReadableLabelText = (text: string): boolean => {
  try {
    parseSelector(text);
    return true;
  } catch (error) {
    if (error instanceof SelectorSyntaxError) return false;
    throw error;
  }
};

const isReadableFieldText = (text: string): boolean =>
  text.split(',').every((term) => term === '' || /^[^=!]+(=|==|!=)/.test(term));

const ignored = (
  selector: AccessSelector | undefined,
  name: string,
  isReadable: (requirement: Requirement) => boolean,
  isReadableText: (text: string) => boolean,
): string[] => {
  const { rawSelector = '', requirements = [] } = selector ?? {};
  const readable = requirements.filter(isReadable);
  if (readable.length === requirements.length && isReadableText(rawSelector)) return [];
  const much = readable.length > 0 ? 'partially ignored' : 'ignored';
  return [`spec.resourceAttributes.${name} ${much} due to parse error`];
};

/**
 * What of the selectors of a question could not be taken into account; empty if nothing.
 * @see k8s.io/kubernetes/pkg/registry/authorization/util BuildEvaluationError
 */
export const problemsWithSelectors = ({ fieldSelector, labelSelector }: Selectors): string =>
  [
    ...ignored(fieldSelector, 'fieldSelector', isReadableField, isReadableFieldText),
    ...ignored(labelSelector, 'labelSelector', isReadableLabel, isReadableLabelText),
  ].join('; ');
