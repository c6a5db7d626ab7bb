import { invalid } from '../../../../kubernetes/fields/validation/causes';
import type { SecurityContext } from '../../../../kubernetes/kinds/pod/pod';
import type { SecurityContextConstraints } from '../../../../kubernetes/kinds/securitycontextconstraints/constraints';
import type { FieldCause } from '../../../../kubernetes/refusals';

type Capabilities = NonNullable<SecurityContext['capabilities']>;

/**
 * The capabilities of a container: those it asks for, those the constraint adds unless the container drops them, and
 * those that must be dropped. They are sorted if the constraint changes anything.
 */
export const capabilitiesFor = (
  { defaultAddCapabilities, requiredDropCapabilities }: SecurityContextConstraints,
  own: Capabilities | undefined,
): Capabilities | undefined => {
  const [added, dropped] = [new Set(own?.add), new Set(own?.drop)];
  const add = new Set([...added, ...(defaultAddCapabilities ?? []).filter((each) => !dropped.has(each))]);
  const drop = new Set([...dropped, ...(requiredDropCapabilities ?? [])]);
  if (add.size === added.size && drop.size === dropped.size) return own;
  return {
    ...(add.size === 0 ? {} : { add: [...add].sort() }),
    ...(drop.size === 0 ? {} : { drop: [...drop].sort() }),
  };
};

/** @see github.com/openshift/apiserver-library-go/pkg/securitycontextconstraints/capabilities defaultCapabilities.Validate */
export const checkCapabilities = (
  at: string,
  constraints: SecurityContextConstraints,
  capabilities: Capabilities | undefined,
): FieldCause[] => {
  const byDefault = constraints.defaultAddCapabilities ?? [];
  const required = constraints.requiredDropCapabilities ?? [];
  const allowed = constraints.allowedCapabilities ?? [];
  const field = `${at}.capabilities`;
  if (!capabilities) {
    if (byDefault.length === 0 && required.length === 0) return [];
    return [invalid(field, undefined, 'required capabilities are not set on the securityContext')];
  }
  if (allowed.includes('*')) return [];
  const { add = [], drop = [] } = capabilities;
  return [
    ...add
      .filter((each) => !byDefault.includes(each) && !allowed.includes(each))
      .map((each) => invalid(`${field}.add`, each, 'capability may not be added')),
    ...required
      .filter((each) => !drop.includes(each))
      .map((each) => invalid(`${field}.drop`, drop, `${each} is required to be dropped but was not found`)),
  ];
};
