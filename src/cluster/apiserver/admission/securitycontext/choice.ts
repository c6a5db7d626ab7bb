import { forbidden as forbiddenField } from '../../../../kubernetes/fields/validation/causes';
import type { Pod } from '../../../../kubernetes/kinds/pod/pod';
import { resources } from '../../../../kubernetes/kinds/resources';
import type { SecurityContextConstraints } from '../../../../kubernetes/kinds/securitycontextconstraints/constraints';
import { securitycontextconstraints } from '../../../../kubernetes/kinds/securitycontextconstraints/kind';
import { EXPECTED_CONSTRAINTS } from '../../../../kubernetes/kinds/securitycontextconstraints/stock';
import { type FieldCause, notFound } from '../../../../kubernetes/refusals';
import type { Store } from '../../registry/store';
import type { Caller } from '../../requests/caller';
import { type Right, rightTo } from './access';
import { type Fitted, holdAgainst } from './holdAgainst';
import { inOrder } from './order';
import { checkNamespaceRanges, inNamespace, UnusableConstraints } from './ranges';

/** The annotation by which a pod insists on one constraint. */
export const REQUIRED = 'openshift.io/required-scc';

/** The constraint that a pod is admitted under. */
export interface Choice {
  readonly constraints: SecurityContextConstraints;
  readonly right: Right;
  readonly fitted: Fitted;
}

const allOf = (store: Store): readonly SecurityContextConstraints[] => store.all(securitycontextconstraints);

/** @throws UnusableConstraints if one of the stock is missing: the list is then taken for incomplete */
const checkStock = (all: readonly SecurityContextConstraints[]): void => {
  const names = new Set(all.map(({ metadata }) => metadata.name));
  const missing = EXPECTED_CONSTRAINTS.filter((name) => !names.has(name)).sort();
  if (missing.length === 0) return;
  throw new UnusableConstraints(
    `securitycontextconstraints.security.openshift.io cache is missing ${missing.join(', ')}`,
  );
};

/** The constraints in question, in order: all of them, or the one that the pod insists on. */
const inQuestion = (
  all: readonly SecurityContextConstraints[],
  required: string | undefined,
): readonly SecurityContextConstraints[] => {
  if (!required) return inOrder(all);
  const found = all.find(({ metadata }) => metadata.name === required);
  if (found) return [found];
  const { message } = notFound(securitycontextconstraints, required);
  throw new UnusableConstraints(`failed to retrieve the required SCC "${required}": ${message}`);
};

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
 * @param suits whether what the constraint would write may be written
 * @returns the choice, or why each constraint was none
 * @throws UnusableConstraints
 * @see github.com/openshift/apiserver-library-go/pkg/securitycontextconstraints/sccadmission constraint.computeSecurityContext
 */
export const choose = (
  store: Store,
  pod: Pod,
  asking: Caller,
  suits: (fitted: Fitted) => boolean,
): Choice | { readonly causes: readonly FieldCause[] } => {
  const all = allOf(store);
  checkStock(all);
  const listed = inQuestion(all, pod.metadata.annotations?.[REQUIRED]);
  const namespaceName = pod.metadata.namespace ?? '';
  const namespace = store.get(resources.namespaces, undefined, namespaceName);
  if (!namespace) throw notFound(resources.namespaces, namespaceName);
  checkNamespaceRanges(namespace);
  const providers = listed.map((each) => inNamespace(each, namespace));
  const right = rightTo(store, namespaceName, pod.spec.serviceAccountName, asking);
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
