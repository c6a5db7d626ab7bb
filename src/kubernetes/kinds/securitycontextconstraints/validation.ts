import { asStruct, invalid, named, notSupported, required } from '../../fields/validation/causes';
import type { FieldCause } from '../../refusals';
import type { GroupStrategy, SecurityContextConstraints } from './constraints';
import { validateNoOverlap, validateSysctlPatterns } from './sysctls';
import { ALL_VOLUMES, NO_VOLUMES, volumeTypes } from './volumeTypes';

const USER_STRATEGIES = ['MustRunAs', 'MustRunAsNonRoot', 'MustRunAsRange', 'RunAsAny'];
const OTHER_STRATEGIES = ['MustRunAs', 'RunAsAny'];

const when = (condition: boolean, cause: () => FieldCause): FieldCause[] => (condition ? [cause()] : []);

const validateStrategy = (field: string, type: string | undefined, known: readonly string[]): FieldCause[] =>
  when(type === undefined || !known.includes(type), () =>
    invalid(`${field}.type`, named(type), `invalid strategy type.  Valid values are ${known.join(', ')}`),
  );

const validateGroups = (field: string, { type, ranges = [] }: GroupStrategy): FieldCause[] => [
  ...when(type === undefined || !OTHER_STRATEGIES.includes(type), () =>
    notSupported(`${field}.type`, type, OTHER_STRATEGIES),
  ),
  ...ranges.flatMap(({ min = 0, max = 0 }, index) => {
    const at = `${field}.ranges[${index}]`;
    return [
      ...when(min < 0, () => invalid(`${at}.min`, min, 'min cannot be negative')),
      ...when(max < 0, () => invalid(`${at}.max`, max, 'max cannot be negative')),
      ...when(min > max, () =>
        invalid(
          `${at}.min`,
          asStruct({ ...(min && { min }), ...(max && { max }) }),
          'min cannot be greater than max',
        ),
      ),
    ];
  }),
];

/** A capability that must be dropped can be neither added nor allowed. */
const validateCapabilities = (constraints: SecurityContextConstraints): FieldCause[] => {
  const drops = constraints.requiredDropCapabilities ?? [];
  const against = (field: 'defaultAddCapabilities' | 'allowedCapabilities'): FieldCause[] =>
    (constraints[field] ?? [])
      .filter((capability) => drops.includes(capability))
      .map((capability) =>
        invalid(field, named(capability), `capability is listed in ${field} and requiredDropCapabilities`),
      );
  return [
    ...against('defaultAddCapabilities'),
    ...against('allowedCapabilities'),
    ...when((constraints.allowedCapabilities ?? []).includes('*') && drops.length > 0, () =>
      invalid(
        'requiredDropCapabilities',
        drops,
        'required capabilities must be empty when all capabilities are allowed by a wildcard',
      ),
    ),
  ];
};

const validateVolumes = ({ volumes, allowedFlexVolumes }: SecurityContextConstraints): FieldCause[] => {
  const types = volumes ?? [];
  const flexVolumes = allowedFlexVolumes ?? [];
  const mayFlex = types.includes(volumeTypes.flexVolume) || types.includes(ALL_VOLUMES);
  return [
    ...when(types.includes(NO_VOLUMES) && types.length > 1, () =>
      invalid('volumes', types, "if 'none' is specified, no other values are allowed"),
    ),
    ...when(flexVolumes.length > 0 && !mayFlex, () =>
      invalid(
        'allowedFlexVolumes',
        flexVolumes,
        "volumes does not include 'flexVolume' or '*', so no flex volumes are allowed",
      ),
    ),
    ...(mayFlex ? flexVolumes : []).flatMap(({ driver }, index) =>
      when(!driver, () => required(`allowedFlexVolumes[${index}].driver`, 'must specify a driver')),
    ),
  ];
};

/**
 * What is wrong with a constraint that fits the schema.
 * @see github.com/openshift/kubernetes openshift-kube-apiserver/admission/customresourcevalidation/securitycontextconstraints/validation ValidateSecurityContextConstraints
 */
export const validateConstraints = (constraints: SecurityContextConstraints): FieldCause[] => {
  const { priority, runAsUser, seLinuxContext, fsGroup, supplementalGroups } = constraints;
  const { allowPrivilegeEscalation, defaultAllowPrivilegeEscalation } = constraints;
  const allowed = constraints.allowedUnsafeSysctls ?? [];
  const forbidden = constraints.forbiddenSysctls ?? [];
  return [
    ...when((priority ?? 0) < 0, () => invalid('priority', priority, 'priority cannot be negative')),
    ...validateStrategy('runAsUser', runAsUser?.type, USER_STRATEGIES),
    ...when((runAsUser?.uid ?? 0) < 0, () =>
      invalid('runAsUser.uid', runAsUser?.uid, 'uid cannot be negative'),
    ),
    ...validateStrategy('seLinuxContext', seLinuxContext?.type, OTHER_STRATEGIES),
    ...validateGroups('fsGroup', fsGroup ?? {}),
    ...validateGroups('supplementalGroups', supplementalGroups ?? {}),
    ...validateCapabilities(constraints),
    ...when(defaultAllowPrivilegeEscalation === true && allowPrivilegeEscalation === false, () =>
      invalid(
        'defaultAllowPrivilegeEscalation',
        true,
        'Cannot set DefaultAllowPrivilegeEscalation to true without also setting AllowPrivilegeEscalation to true',
      ),
    ),
    ...validateVolumes(constraints),
    ...validateSysctlPatterns('allowedUnsafeSysctls', allowed),
    ...validateSysctlPatterns('forbiddenSysctls', forbidden),
    ...validateNoOverlap(allowed, forbidden),
  ];
};
