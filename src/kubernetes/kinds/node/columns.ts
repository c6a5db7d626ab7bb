import { ageColumn, name } from '../../print/commonColumns';
import type { Column } from '../../print/table';
import type { Node } from './node';
import { addressOf, nodeStatus, rolesOf } from './summary';

/** `6.12.0 (amd64)`. (pkg/printers/internalversion/printers.go printNode) */
const kernelOf = ({ status: { nodeInfo } }: Node): string =>
  (nodeInfo?.kernelVersion || '<unknown>') + (nodeInfo?.architecture ? ` (${nodeInfo.architecture})` : '');

export const nodeColumns: readonly Column<Node>[] = [
  name,
  { header: 'STATUS', cell: nodeStatus },
  { header: 'ROLES', cell: (node) => rolesOf(node).join(',') || '<none>' },
  ageColumn,
  { header: 'VERSION', cell: (node) => node.status.nodeInfo?.kubeletVersion ?? '' },
  { header: 'INTERNAL-IP', wide: true, cell: (node) => addressOf(node, 'InternalIP') },
  { header: 'EXTERNAL-IP', wide: true, cell: (node) => addressOf(node, 'ExternalIP') },
  { header: 'OS-IMAGE', wide: true, cell: (node) => node.status.nodeInfo?.osImage || '<unknown>' },
  {
    header: 'KERNEL-VERSION',
    wide: true,
    cell: kernelOf,
  },
  {
    header: 'CONTAINER-RUNTIME',
    wide: true,
    cell: (node) => node.status.nodeInfo?.containerRuntimeVersion || '<unknown>',
  },
];
