import type { Container, PodSpec } from '../../kubernetes/kinds/pod/pod';

const matches = (
  code: number,
  { operator, values = [] }: { readonly operator?: string; readonly values?: readonly number[] },
): boolean => (operator === 'In' ? values.includes(code) : !values.includes(code));

/**
 * Whether a container that has exited is started anew. A rule of its own comes first, then a policy of its own, then the
 * policy of its pod. A code other than 0 is a failure.
 * @see pkg/api/v1/pod/util.go ContainerShouldRestart
 */
export const isRestarted = (container: Container, spec: PodSpec, code: number): boolean => {
  const rule = container.restartPolicyRules?.find(({ exitCodes }) => exitCodes && matches(code, exitCodes));
  if (rule?.action === 'Restart') return true;
  switch (container.restartPolicy ?? spec.restartPolicy) {
    case 'Never':
      return false;
    case 'OnFailure':
      return code !== 0;
    default:
      return true;
  }
};
