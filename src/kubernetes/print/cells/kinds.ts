import type { KubeObject } from '../../object';
import type { Column } from '../table';
import { admissionColumns } from './admission';
import { appsColumns } from './apps';
import { autoscalingColumns } from './autoscaling';
import { batchColumns } from './batch';
import { certificateColumns } from './certificates';
import type { ColumnsByKind } from './column';
import { coreColumns } from './core';
import { discoveryColumns } from './discovery';
import { eventColumns } from './events';
import { extensionColumns } from './extensions';
import { flowControlColumns } from './flowcontrol';
import { networkingColumns } from './networking';
import { nodeApiColumns } from './node';
import { resourceApiColumns } from './resource';
import { serviceColumns } from './services';
import { storageColumns } from './storage';
import { volumeColumns } from './volumes';

/** The columns of every kind that is served from its schema alone. */
export const schemaKindColumns: ColumnsByKind = {
  ...admissionColumns,
  ...appsColumns,
  ...autoscalingColumns,
  ...batchColumns,
  ...certificateColumns,
  ...coreColumns,
  ...discoveryColumns,
  ...eventColumns,
  ...extensionColumns,
  ...flowControlColumns,
  ...networkingColumns,
  ...nodeApiColumns,
  ...resourceApiColumns,
  ...serviceColumns,
  ...storageColumns,
  ...volumeColumns,
};

/**
 * The columns of a kind of Kubernetes 1.36 that is served from its schema alone.
 * @returns undefined for every other kind
 */
export const columnsOfSchemaKind = (resource: {
  readonly apiVersion: string;
  readonly plural: string;
}): readonly Column<KubeObject>[] | undefined =>
  schemaKindColumns[`${resource.apiVersion}/${resource.plural}`];
