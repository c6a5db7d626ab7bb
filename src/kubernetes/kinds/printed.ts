import type { KubeObject } from '../object';
import { customResourceColumns } from '../print/cells/customResources';
import { columnsOfSchemaKind } from '../print/cells/kinds';
import { anyDescription } from '../print/describe/anything';
import type { Description } from '../print/describe/description';
import { type Column, type ColumnsByKind, printTable, type TableOptions } from '../print/table';
import type { ResourceType } from '../resourceType';
import { configMapColumns } from './configmap/columns';
import { controllerRevisionColumns } from './controllerrevision/columns';
import { daemonSetColumns } from './daemonset/columns';
import { daemonSetDescription } from './daemonset/description';
import { eventColumns } from './event/columns';
import { leaseColumns } from './lease/columns';
import { limitRangeDescription } from './limitrange/description';
import { namespaceColumns } from './namespace/columns';
import { namespaceDescription } from './namespace/description';
import { nodeColumns } from './node/columns';
import { nodeDescription } from './node/description';
import { podColumns } from './pod/columns';
import { podDescription } from './pod/description/pod';
import { podDisruptionBudgetColumns } from './poddisruptionbudget/columns';
import { podDisruptionBudgetDescription } from './poddisruptionbudget/description';
import { priorityClassColumns } from './priorityclass/columns';
import { resourceQuotaColumns } from './quota/columns';
import { quotaDescription } from './quota/description';
import { roleBindingColumns, roleColumns } from './rbac/columns';
import { constraintsDescription } from './securitycontextconstraints/description';
import { serviceAccountColumns } from './serviceaccount/columns';

/*
 * What kinds look like in print. A kind is looked up by API version and plural, so that it need not be one that the
 * project has rules for: an API server knows nothing of this file.
 */

type Place = Pick<ResourceType, 'apiVersion' | 'plural' | 'printerColumns'>;

const keyOf = ({ apiVersion, plural }: Place): string => `${apiVersion}/${plural}`;

const COLUMNS: ColumnsByKind = {
  'v1/pods': podColumns,
  'v1/nodes': nodeColumns,
  'v1/namespaces': namespaceColumns,
  'v1/events': eventColumns,
  'v1/configmaps': configMapColumns,
  'v1/serviceaccounts': serviceAccountColumns,
  'v1/resourcequotas': resourceQuotaColumns,
  'apps/v1/daemonsets': daemonSetColumns,
  'apps/v1/controllerrevisions': controllerRevisionColumns,
  'scheduling.k8s.io/v1/priorityclasses': priorityClassColumns,
  'coordination.k8s.io/v1/leases': leaseColumns,
  'policy/v1/poddisruptionbudgets': podDisruptionBudgetColumns,
  'rbac.authorization.k8s.io/v1/roles': roleColumns,
  'rbac.authorization.k8s.io/v1/clusterroles': roleColumns,
  'rbac.authorization.k8s.io/v1/rolebindings': roleBindingColumns,
  'rbac.authorization.k8s.io/v1/clusterrolebindings': roleBindingColumns,
};

const DESCRIPTIONS: Readonly<Record<string, Description>> = {
  'v1/pods': podDescription,
  'v1/nodes': nodeDescription,
  'v1/namespaces': namespaceDescription,
  'v1/resourcequotas': quotaDescription,
  'v1/limitranges': limitRangeDescription,
  'apps/v1/daemonsets': daemonSetDescription,
  'security.openshift.io/v1/securitycontextconstraints': constraintsDescription,
  'policy/v1/poddisruptionbudgets': podDisruptionBudgetDescription,
};

/** How `kubectl describe` describes a kind; one without a description of its own has all its fields listed. */
export const descriptionOf = (kind: Place): Description => DESCRIPTIONS[keyOf(kind)] ?? anyDescription;

/** The columns of a kind: those of its room, of Kubernetes' table, or those that its definition declares. */
export const columnsOf = (kind: Place): readonly Column[] =>
  COLUMNS[keyOf(kind)] ?? columnsOfSchemaKind(kind) ?? customResourceColumns(kind.printerColumns);

/** Prints objects of one kind as `kubectl get` does. */
export const printObjects = (kind: Place, objects: readonly KubeObject[], options: TableOptions): string =>
  printTable(columnsOf(kind), objects, options);
