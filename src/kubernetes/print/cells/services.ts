import { ageColumn, name } from '../commonColumns';
import { type Cell, type ColumnsByKind, labels, text } from './column';
import { listAt, numberAt, textAt, textsAt } from './reading';

/** Where a load balancer can be reached, for what it balances: its addresses, or names where it has no address. */
export const balancerAddresses = (object: unknown): readonly string[] => {
  const ingress = listAt(object, 'status.loadBalancer.ingress');
  const addresses = ingress.map((each) => textAt(each, 'ip') || textAt(each, 'hostname') || '');
  return [...new Set(addresses.filter((address) => address !== ''))].sort();
};

const externalIp: Cell = (service) => {
  const given = textsAt(service, 'spec.externalIPs');
  switch (textAt(service, 'spec.type') ?? 'ClusterIP') {
    case 'ClusterIP':
    case 'NodePort':
      return given.join(',') || '<none>';
    case 'LoadBalancer':
      return [...balancerAddresses(service), ...given].join(',') || '<pending>';
    case 'ExternalName':
      return textAt(service, 'spec.externalName') ?? '';
    default:
      return '<unknown>';
  }
};

/** `80/TCP`, and `80:30080/TCP` with a port on every node. */
const ports: Cell = (service) =>
  listAt(service, 'spec.ports')
    .map((each) => {
      const nodePort = numberAt(each, 'nodePort') ?? 0;
      const port = `${numberAt(each, 'port') ?? 0}${nodePort > 0 ? `:${nodePort}` : ''}`;
      return `${port}/${textAt(each, 'protocol') ?? 'TCP'}`;
    })
    .join(',') || '<none>';

const clusterIp: Cell = (service) =>
  textsAt(service, 'spec.clusterIPs')[0] ?? textAt(service, 'spec.clusterIP') ?? '<none>';

/** @see k8s.io/kubernetes/pkg/printers/internalversion printService */
export const serviceColumns: ColumnsByKind = {
  'v1/services': [
    name,
    { header: 'TYPE', cell: text('spec.type', 'ClusterIP') },
    { header: 'CLUSTER-IP', cell: clusterIp },
    { header: 'EXTERNAL-IP', cell: externalIp },
    { header: 'PORT(S)', cell: ports },
    ageColumn,
    { header: 'SELECTOR', wide: true, cell: labels('spec.selector') },
  ],
};
