import { quoted } from '../../../kubernetes/fields/text';
import { pathSegment } from '../../../kubernetes/fields/validation/formats';

/**
 * Why there is no service account of a name. The API server asks for it over HTTP once its cache does not know it, and
 * its client asks for no name that cannot stand in a path.
 * @see plugin/pkg/admission/serviceaccount/admission.go getServiceAccount
 * @see staging/src/k8s.io/client-go/rest/request.go Name
 */
export const accountProblem = (name: string): string => {
  const problems = pathSegment(name);
  return problems.length > 0
    ? `invalid resource name ${quoted(name)}: [${problems.join(' ')}]`
    : `serviceaccount ${quoted(name)} not found`;
};
