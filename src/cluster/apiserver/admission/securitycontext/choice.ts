import { forbidden as forbiddenField } from '../../../../kubernetes/fields/validation/causes';
import type { Pod } from '../../../../kubernetes/kinds/pod/pod';
import type { SecurityContextConstraints } from '../../../../kubernetes/kinds/securitycontextconstraints/constraints';
import type { FieldCause } from '../../../../kubernetes/refusals';
import type { Store } from '../../registry/store';
import type { Caller } from '../../requests/caller';
import { type Right, rightTo } from './access';
import { type Fitted, holdAgainst } from './holdAgainst';
import type { Providers } from './providers';

/** The annotation by which a pod insists on one constraint. */
export const REQUIRED = 'openshift.io/required-scc';

/** The constraint that a pod is admitted under. */
export interface Choice {
  readonly constraints: SecurityContextConstraints;
  readonly right: Right;
  readonly fitted: Fitted;
}

const notUsable = ({ metadata }: SecurityContextConstraints): FieldCause =>
  forbiddenField(`provider "${metadata.name}"`, 'not usable by user or serviceaccount');

/** What is told to whoever may not use `restricted`, where `restricted-v2` was too strict. */
const hintAt = (
  providers: readonly SecurityContextConstraints[],
  denied: readonly SecurityContextConstraints[],
  pod: Pod,
): readonly FieldCause[] => {
  const isNamed = (name: string) => (each: SecurityContextConstraints) => each.metadata.name === name;
  const restricted = denied.find(isNamed('restricted'));
  if (!restricted || !providers.some(isNamed('restricted-v2'))) return [];
  if ('causes' in holdAgainst(restricted, pod)) return [];
  return [
    forbiddenField(
      'no access to scc/restricted',
      'the pod fails to validate against the `restricted-v2` security context constraint, but would validate ' +
        'successfully against the `restricted` security context constraint',
    ),
  ];
};

/**
 * Finds the first constraint, in order, that somebody concerned may use and that the pod fits.
 * @param known what pods are held against
 * @param suits whether what the constraint would write may be written
 * @returns the choice, or why each constraint was none
 * @throws UnusableConstraints
 * @see github.com/openshift/apiserver-library-go/pkg/securitycontextconstraints/sccadmission constraint.computeSecurityContext
 */
export const choose = (
  store: Store,
  known: Providers,
  pod: Pod,
  asking: Caller,
  suits: (fitted: Fitted) => boolean,
): Choice | { readonly causes: readonly FieldCause[] } => {
  const { namespace = '', annotations } = pod.metadata;
  const providers = known.for(namespace, annotations?.[REQUIRED]);
  const right = rightTo(store, namespace, pod.spec.serviceAccountName, asking);
  const causes: FieldCause[] = [];
  const denied: SecurityContextConstraints[] = [];
  for (const constraints of providers) {
    const by = right(constraints);
    if (!by) {
      denied.push(constraints);
      causes.push(notUsable(constraints));
      continue;
    }
    const fitted = holdAgainst(constraints, pod);
    if ('causes' in fitted) causes.push(...fitted.causes);
    else if (suits(fitted)) return { constraints, right: by, fitted };
  }
  return { causes: [...causes, ...hintAt(providers, denied, pod)] };
};
