import { ageColumn, name } from '../commonColumns';
import { pairs } from '../table';
import {
  type Cell,
  type ColumnsByKind,
  containerImages,
  containerNames,
  containers,
  createdAt,
  firstOf,
  labels,
  number,
  text,
} from './column';
import { keysAt, listAt, numberAt, stringsAt, textAt } from './reading';

/** What comes in plain text is stored with the rest. */
const secretSize: Cell = (secret) =>
  new Set([...keysAt(secret, 'data'), ...keysAt(secret, 'stringData')]).size;

/** A controller without a selector selects the labels of its template. */
const controllerSelector: Cell = (controller) => {
  const own = stringsAt(controller, 'spec.selector');
  return pairs(Object.keys(own).length > 0 ? own : stringsAt(controller, 'spec.template.metadata.labels'));
};

const addressWithPort = (address: string, port: number): string =>
  address.includes(':') ? `[${address}]:${port}` : `${address}:${port}`;

/** The first three addresses that are ready, with each port. */
const endpoints: Cell = (object) => {
  const subsets = listAt(object, 'subsets');
  if (subsets.length === 0) return '<none>';
  const all = subsets.flatMap((subset) => {
    const addresses = listAt(subset, 'addresses').map((address) => textAt(address, 'ip') ?? '');
    const ports = listAt(subset, 'ports').map((port) => numberAt(port, 'port') ?? 0);
    if (ports.length === 0) return addresses;
    return ports.flatMap((port) => addresses.map((address) => addressWithPort(address, port)));
  });
  return firstOf(all, 3);
};

const health = (component: unknown): unknown =>
  listAt(component, 'conditions').find((condition) => textAt(condition, 'type') === 'Healthy');

const componentStatus: Cell = (component) => {
  const found = health(component);
  if (found === undefined) return 'Unknown';
  return textAt(found, 'status') === 'True' ? 'Healthy' : 'Unhealthy';
};

/** @see k8s.io/kubernetes/pkg/printers/internalversion printSecret and its neighbours */
export const coreColumns: ColumnsByKind = {
  'v1/componentstatuses': [
    name,
    { header: 'STATUS', cell: componentStatus },
    { header: 'MESSAGE', cell: (component) => textAt(health(component), 'message') ?? '' },
    { header: 'ERROR', cell: (component) => textAt(health(component), 'error') ?? '' },
  ],
  'v1/endpoints': [name, { header: 'ENDPOINTS', cell: endpoints }, ageColumn],
  'v1/limitranges': [name, createdAt],
  'v1/podtemplates': [
    name,
    { header: 'CONTAINERS', cell: containerNames('template.spec') },
    { header: 'IMAGES', cell: containerImages('template.spec') },
    { header: 'POD LABELS', cell: labels('template.metadata.labels') },
  ],
  'v1/replicationcontrollers': [
    name,
    { header: 'DESIRED', cell: number('spec.replicas', 1) },
    { header: 'CURRENT', cell: number('status.replicas') },
    { header: 'READY', cell: number('status.readyReplicas') },
    ageColumn,
    ...containers('spec.template.spec'),
    { header: 'SELECTOR', wide: true, cell: controllerSelector },
  ],
  'v1/secrets': [
    name,
    { header: 'TYPE', cell: text('type', 'Opaque') },
    { header: 'DATA', cell: secretSize },
    ageColumn,
  ],
};
