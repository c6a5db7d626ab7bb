import type { Part } from '../../../fields/fill';
import { ipAddress, readAddress } from '../../../fields/validation/addresses';
import {
  duplicate,
  invalid,
  misformatted,
  named,
  notSupported,
  required,
} from '../../../fields/validation/causes';
import type { FieldCause } from '../../../refusals';
import type { Rule } from './rule';

const FAMILIES = ['IPv4', 'IPv6'];
const POLICIES = ['PreferDualStack', 'RequireDualStack', 'SingleStack'];
const NONE = 'None';

const textsIn = (spec: Part, field: string): readonly string[] => (spec[field] ?? []) as readonly string[];

const singularAndPlural = (spec: Part, field: string): readonly FieldCause[] => {
  const all = textsIn(spec, 'clusterIPs');
  const one = spec.clusterIP;
  if (!one) {
    return all.length > 0 ? [invalid(field, all, 'must be empty when `clusterIP` is not specified')] : [];
  }
  if (all.length === 0) return [required(field)];
  return all[0] === one ? [] : [invalid(field, all, 'first value must match `clusterIP`')];
};

const families = (spec: Part, at: string): readonly FieldCause[] => {
  const given = textsIn(spec, 'ipFamilies');
  const policy = spec.ipFamilyPolicy;
  return [
    ...given.flatMap((family, index) => [
      ...(FAMILIES.includes(family) ? [] : [notSupported(`${at}.ipFamilies[${index}]`, family, FAMILIES)]),
      ...(given.indexOf(family) < index ? [duplicate(`${at}.ipFamilies[${index}]`, named(family))] : []),
    ]),
    ...(typeof policy !== 'string' || POLICIES.includes(policy)
      ? []
      : [notSupported(`${at}.ipFamilyPolicy`, policy, POLICIES)]),
  ];
};

const malformed = (addresses: readonly string[], field: string): readonly FieldCause[] =>
  addresses.flatMap((address, index) => {
    if (index > 0 || address !== NONE) return misformatted(`${field}[${index}]`, address, ipAddress(address));
    return addresses.length > 1 ? [invalid(field, addresses, "'None' must be the first and only value")] : [];
  });

const familyOf = (address: string): string => (readAddress(address)?.bits === 128 ? 'IPv6' : 'IPv4');

/** One address of each family at the most, each of the family that stands at its place. */
const wellMatched = (spec: Part, addresses: readonly string[], field: string): readonly FieldCause[] => {
  const asked = textsIn(spec, 'ipFamilies');
  const both = new Set(addresses.map(familyOf)).size === addresses.length && addresses.length <= 2;
  return [
    ...(addresses.length > 1 && !both
      ? [invalid(field, addresses, 'may specify no more than one IP for each IP family')]
      : []),
    ...addresses.flatMap((address, index) => {
      const family = asked[index];
      return address === NONE || !family || !FAMILIES.includes(family) || family === familyOf(address)
        ? []
        : [
            invalid(
              `${field}[${index}]`,
              address,
              `expected an ${family} value as indicated by \`ipFamilies[${index}]\``,
            ),
          ];
    }),
  ];
};

const MOST = 2;

/**
 * The cluster's own addresses of a service: they are addresses, at most one of each family.
 * @see k8s.io/kubernetes/pkg/apis/core/validation ValidateServiceClusterIPsRelatedFields
 */
export const clusterAddresses: Rule = (spec, at) => {
  if (spec.type === 'ExternalName') return [];
  const field = `${at}.clusterIPs`;
  const addresses = textsIn(spec, 'clusterIPs');
  const wrong = malformed(addresses, field);
  return [
    ...singularAndPlural(spec, field),
    ...families(spec, at),
    ...wrong,
    ...(addresses.length > MOST ? [invalid(field, addresses, 'may only hold up to 2 values')] : []),
    ...(wrong.length > 0 ? [] : wellMatched(spec, addresses, field)),
  ];
};
