import { duplicate, invalid, notSupported, required } from '../../../fields/validation/causes';
import { validateLabelSelector } from '../../../fields/validation/labels';
import type { FieldCause } from '../../../refusals';
import type { PodSpec } from '../pod';
import { validateMatchLabelKeys } from './affinity';

type Constraint = NonNullable<PodSpec['topologySpreadConstraints']>[number];

const ACTIONS = ['DoNotSchedule', 'ScheduleAnyway'];
const POLICIES = ['Honor', 'Ignore'];

const minDomains = ({ minDomains: least, whenUnsatisfiable }: Constraint, field: string): FieldCause[] => {
  if (least === undefined) return [];
  return [
    ...(least <= 0 ? [invalid(field, least, 'must be greater than zero')] : []),
    ...(whenUnsatisfiable === 'DoNotSchedule'
      ? []
      : [
          invalid(
            field,
            least,
            `can only use minDomains if whenUnsatisfiable=DoNotSchedule, not ${whenUnsatisfiable ?? ''}`,
          ),
        ]),
  ];
};

const policy = (value: string | undefined, field: string): FieldCause[] =>
  value === undefined || POLICIES.includes(value) ? [] : [notSupported(field, value, POLICIES)];

/** How evenly pods are to be spread. One rule for each pair of topology key and action. */
export const validateSpread = (constraints: readonly Constraint[], field: string): FieldCause[] =>
  constraints.flatMap((constraint, index) => {
    const at = `${field}[${index}]`;
    const { maxSkew, topologyKey, whenUnsatisfiable: action } = constraint;
    const causes: FieldCause[] = [];
    if ((maxSkew ?? 0) <= 0) causes.push(invalid(`${at}.maxSkew`, maxSkew ?? 0, 'must be greater than zero'));
    if (!topologyKey) causes.push(required(`${at}.topologyKey`, 'can not be empty'));
    if (!ACTIONS.includes(action ?? ''))
      causes.push(notSupported(`${at}.whenUnsatisfiable`, action, ACTIONS));
    const again = constraints
      .slice(index + 1)
      .some((other) => other.topologyKey === topologyKey && other.whenUnsatisfiable === action);
    if (again) {
      causes.push(
        duplicate(`${at}.{topologyKey, whenUnsatisfiable}`, `{${topologyKey ?? ''}, ${action ?? ''}}`),
      );
    }
    return [
      ...causes,
      ...minDomains(constraint, `${at}.minDomains`),
      ...policy(constraint.nodeAffinityPolicy, `${at}.nodeAffinityPolicy`),
      ...policy(constraint.nodeTaintsPolicy, `${at}.nodeTaintsPolicy`),
      ...validateMatchLabelKeys(constraint, at),
      ...validateLabelSelector(constraint.labelSelector, `${at}.labelSelector`),
    ];
  });
