import { goLabelSelector } from '../../fields/goLabelSelector';
import { ageColumn, name } from '../commonColumns';
import { type Cell, type ColumnsByKind, count, text } from './column';
import { partAt, selectorAt, textAt } from './reading';

const paramKind: Cell = (policy) => {
  const kind = partAt(policy, 'spec.paramKind');
  return kind === undefined ? '<unset>' : `${textAt(kind, 'apiVersion') ?? ''}/${textAt(kind, 'kind') ?? ''}`;
};

/** The parameters' namespace and name, or the selector that finds them. */
const paramRef: Cell = (binding) => {
  const reference = partAt(binding, 'spec.paramRef');
  const found = textAt(reference, 'name');
  if (found) return `${textAt(reference, 'namespace') || '*'}/${found}`;
  const selector = selectorAt(reference, 'selector');
  return selector ? goLabelSelector(selector) : '<unset>';
};

const webhooks = [name, { header: 'WEBHOOKS', cell: count('webhooks') }, ageColumn];

const binding = [
  name,
  { header: 'POLICYNAME', cell: text('spec.policyName') },
  { header: 'PARAMREF', cell: paramRef },
  ageColumn,
];

const params = { header: 'PARAMKIND', cell: paramKind };

/** @see k8s.io/kubernetes/pkg/printers/internalversion printValidatingAdmissionPolicy and its neighbours */
export const admissionColumns: ColumnsByKind = {
  'admissionregistration.k8s.io/v1/mutatingadmissionpolicies': [
    name,
    { header: 'MUTATIONS', cell: count('spec.mutations') },
    params,
    ageColumn,
  ],
  'admissionregistration.k8s.io/v1/mutatingadmissionpolicybindings': binding,
  'admissionregistration.k8s.io/v1/mutatingwebhookconfigurations': webhooks,
  'admissionregistration.k8s.io/v1/validatingadmissionpolicies': [
    name,
    { header: 'VALIDATIONS', cell: count('spec.validations') },
    params,
    ageColumn,
  ],
  'admissionregistration.k8s.io/v1/validatingadmissionpolicybindings': binding,
  'admissionregistration.k8s.io/v1/validatingwebhookconfigurations': webhooks,
};
