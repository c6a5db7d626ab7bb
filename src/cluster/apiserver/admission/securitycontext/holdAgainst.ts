import type { Container, Pod } from '../../../../kubernetes/kinds/pod/pod';
import type { SecurityContextConstraints } from '../../../../kubernetes/kinds/securitycontextconstraints/constraints';
import type { StringMap } from '../../../../kubernetes/object';
import type { FieldCause } from '../../../../kubernetes/refusals';
import { checkContainer, containerFor, type PlacedContainer } from './containerContext';
import { checkPodContext, podContextFor } from './podContext';

/** The parts of a pod that a constraint may write. */
export interface Fitted {
  readonly annotations: StringMap | undefined;
  readonly spec: Pick<Pod['spec'], 'securityContext' | 'containers' | 'initContainers'>;
}

const placed = (list: string, containers: readonly Container[] = []): PlacedContainer[] =>
  containers.map((container, index) => ({ place: `${list}[${index}]`, container }));

const containersOf = ({ initContainers, containers }: Fitted['spec']): PlacedContainer[] => [
  ...placed('initContainers', initContainers),
  ...placed('containers', containers),
];

/**
 * Holds a pod against a constraint, as it holds in the pod's namespace.
 * @returns the pod's parts as the constraint wants them, or what is wrong with the pod
 * @see github.com/openshift/apiserver-library-go/pkg/securitycontextconstraints/sccmatching AssignSecurityContext
 */
export const holdAgainst = (
  constraints: SecurityContextConstraints,
  pod: Pod,
): Fitted | { readonly causes: readonly FieldCause[] } => {
  const at = `provider ${constraints.metadata.name}: `;
  const context = podContextFor(constraints, pod);
  const made = (container: Container): Container => containerFor(constraints, context, container);
  const spec = {
    securityContext: context.context,
    containers: pod.spec.containers.map(made),
    initContainers: pod.spec.initContainers?.map(made),
  };
  const all = containersOf(spec);
  const causes = [
    ...checkPodContext(`${at}.spec`, constraints, pod, context),
    ...all.flatMap(({ place, container }) =>
      checkContainer(`${at}.${place}`, constraints, pod, context, container, all),
    ),
  ];
  return causes.length > 0 ? { causes } : { annotations: context.annotations, spec };
};
