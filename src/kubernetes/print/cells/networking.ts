import { ageColumn, name } from '../commonColumns';
import { type Cell, type ColumnsByKind, nameOfClass, selector, text } from './column';
import { listAt, partAt, textAt, textsAt } from './reading';
import { balancerAddresses } from './services';

/** The first three hosts. Rules without one count towards what is left out, as they do in kubectl. */
const hosts: Cell = (ingress) => {
  const rules = listAt(ingress, 'spec.rules').map((rule) => textAt(rule, 'host') ?? '');
  const first: string[] = [];
  for (const host of rules) {
    if (first.length === 3) return `${first.join(',')} + ${rules.length - 3} more...`;
    if (host !== '') first.push(host);
  }
  return first.join(',') || '*';
};

const ingressPorts: Cell = (ingress) => (listAt(ingress, 'spec.tls').length > 0 ? '80, 443' : '80');

/** The kind, its group behind a dot, and the name: `IngressParameters.k8s.example.com/external-lb`. */
const parameters: Cell = (ingressClass) => {
  const reference = partAt(ingressClass, 'spec.parameters');
  if (reference === undefined) return '<none>';
  const group = textAt(reference, 'apiGroup');
  const kind = `${textAt(reference, 'kind') ?? ''}${group === undefined ? '' : `.${group}`}`;
  return `${kind}/${textAt(reference, 'name') ?? ''}`;
};

/** `services/shop/web`: resource with its group, namespace and name of what an address belongs to. */
const parent: Cell = (address) => {
  const reference = partAt(address, 'spec.parentRef');
  if (reference === undefined) return '<none>';
  const [resource, group, namespace] = ['resource', 'group', 'namespace'].map((field) =>
    textAt(reference, field),
  );
  const what = `${resource ?? ''}${group ? `.${group}` : ''}`.toLowerCase();
  return `${what}${namespace ? `/${namespace}` : ''}/${textAt(reference, 'name') ?? ''}`;
};

/** @see k8s.io/kubernetes/pkg/printers/internalversion printIngress and its neighbours */
export const networkingColumns: ColumnsByKind = {
  'networking.k8s.io/v1/ingressclasses': [
    { header: 'NAME', cell: nameOfClass('ingressclass.kubernetes.io/is-default-class') },
    { header: 'CONTROLLER', cell: text('spec.controller') },
    { header: 'PARAMETERS', cell: parameters },
    ageColumn,
  ],
  'networking.k8s.io/v1/ingresses': [
    name,
    { header: 'CLASS', cell: text('spec.ingressClassName', '<none>') },
    { header: 'HOSTS', cell: hosts },
    { header: 'ADDRESS', cell: (ingress) => balancerAddresses(ingress).join(',') },
    { header: 'PORTS', cell: ingressPorts },
    ageColumn,
  ],
  'networking.k8s.io/v1/ipaddresses': [name, { header: 'PARENTREF', cell: parent }],
  'networking.k8s.io/v1/networkpolicies': [
    name,
    { header: 'POD-SELECTOR', cell: selector('spec.podSelector') },
    ageColumn,
  ],
  'networking.k8s.io/v1/servicecidrs': [
    name,
    { header: 'CIDRS', cell: (range) => textsAt(range, 'spec.cidrs').join(',') },
    ageColumn,
  ],
};
