import { ageColumn, name } from '../commonColumns';
import { type ColumnsByKind, text } from './column';

/** @see k8s.io/kubernetes/pkg/printers/internalversion printRuntimeClass */
export const nodeApiColumns: ColumnsByKind = {
  'node.k8s.io/v1/runtimeclasses': [name, { header: 'HANDLER', cell: text('handler') }, ageColumn],
};
