import type { StringMap } from '../../object';
import type { FieldCause } from '../../refusals';
import { type LabelSelector, meetsRequirement } from '../labels';
import { asStruct, forbidden, invalid, misformatted, NIL, named, type Printed, required } from './causes';
import { labelKey, labelValue } from './formats';

const byKey = (map: StringMap): readonly string[] => Object.keys(map).sort();

/** Labels and node selectors: every key and every value in form. */
export const validateLabels = (labels: StringMap | undefined, field: string): FieldCause[] =>
  labels === undefined
    ? []
    : byKey(labels).flatMap((key) => [
        ...misformatted(field, key, labelKey(key)),
        ...misformatted(field, labels[key], labelValue(labels[key] ?? '')),
      ]);

export const validateLabelKey = (key: string | undefined, field: string): FieldCause[] =>
  misformatted(field, key ?? '', labelKey(key ?? ''));

/**
 * A label selector's form. Label values are checked too.
 * @see k8s.io/apimachinery/pkg/apis/meta/v1/validation ValidateLabelSelector
 */
export const validateLabelSelector = (selector: LabelSelector | undefined, field: string): FieldCause[] => {
  if (selector === undefined) return [];
  const causes = validateLabels(selector.matchLabels, `${field}.matchLabels`);
  selector.matchExpressions?.forEach(({ operator, key, values = [] }, index) => {
    const at = `${field}.matchExpressions[${index}]`;
    switch (operator) {
      case 'In':
      case 'NotIn':
        if (values.length === 0) {
          causes.push(required(`${at}.values`, "must be specified when `operator` is 'In' or 'NotIn'"));
        }
        break;
      case 'Exists':
      case 'DoesNotExist':
        if (values.length > 0) {
          causes.push(
            forbidden(`${at}.values`, "may not be specified when `operator` is 'Exists' or 'DoesNotExist'"),
          );
        }
        break;
      default:
        causes.push(invalid(`${at}.operator`, named(operator), 'not a valid selector operator'));
    }
    causes.push(...validateLabelKey(key, `${at}.key`));
    values.forEach((value, position) => {
      causes.push(...misformatted(`${at}.values[${position}]`, value, labelValue(value)));
    });
  });
  return causes;
};

/** Whether labels satisfy a selector; undefined if the selector is so malformed that nobody can tell. */
export const selects = (selector: LabelSelector | undefined, labels: StringMap): boolean | undefined => {
  if (selector === undefined) return false;
  if (validateLabelSelector(selector, '').length > 0) return undefined;
  const wanted = selector.matchLabels ?? {};
  return (
    Object.keys(wanted).every((key) => labels[key] === wanted[key]) &&
    (selector.matchExpressions ?? []).every((requirement) => meetsRequirement(labels, requirement))
  );
};

/** A selector with its fields in Go's order. */
export const printedSelector = (selector: LabelSelector | undefined): Printed => {
  if (selector === undefined) return NIL;
  const { matchLabels = {}, matchExpressions = [] } = selector;
  const labels = Object.fromEntries(Object.entries(matchLabels).sort(([a], [b]) => (a < b ? -1 : 1)));
  return asStruct({
    ...(Object.keys(labels).length > 0 ? { matchLabels: labels } : {}),
    ...(matchExpressions.length > 0
      ? {
          matchExpressions: matchExpressions.map(({ key, operator, values = [] }) => ({
            key,
            operator,
            ...(values.length > 0 ? { values } : {}),
          })),
        }
      : {}),
  });
};
