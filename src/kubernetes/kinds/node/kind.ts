import { absent, always } from '../../fields/fill';
import { defineKind } from '../kind';
import { servedKind } from '../served';
import type { Node } from './node';
import { validateNode, validateNodeStatusUpdate, validateNodeUpdate } from './validation';

const itself = <T>(part: T): T => part;

/**
 * Nodes. A new node keeps the status it comes with: the kubelet that registers it has filled it in.
 * @see k8s.io/kubernetes/pkg/registry/core/node
 */
export const nodes = defineKind<Node>({
  apiVersion: 'v1',
  kind: 'Node',
  plural: 'nodes',
  shortNames: ['no'],
  namespaced: false,
  subresources: servedKind('v1', 'Node').subresources,
  selectableFields: { 'spec.unschedulable': ({ spec }) => String(spec.unschedulable ?? false) },
  defaults: (node) =>
    always(always(node, 'spec', itself), 'status', (status) =>
      absent(status.allocatable) && !absent(status.capacity)
        ? { ...status, allocatable: status.capacity }
        : status,
    ),
  prepareForCreate: (node) => ({ ...node, spec: node.spec ?? {}, status: node.status ?? {} }),
  validateCreate: validateNode,
  validateUpdate: validateNodeUpdate,
  validateStatusUpdate: validateNodeStatusUpdate,
});
