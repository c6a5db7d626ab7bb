import { controllerOf } from '../../fields/meta';
import type { KubeObject } from '../../object';
import { ageColumn, name } from '../../print/commonColumns';
import type { Column } from '../../print/table';
import type { ControllerRevision } from './controllerRevision';

/** `daemonset.apps/hello`, the owner that manages an object. */
const controllerName = (object: KubeObject): string => {
  const owner = controllerOf(object);
  if (!owner) return '<none>';
  const [, group] = owner.apiVersion.split('/').reverse();
  return `${owner.kind.toLowerCase()}${group ? `.${group}` : ''}/${owner.name}`;
};

export const controllerRevisionColumns: readonly Column<ControllerRevision>[] = [
  name,
  { header: 'CONTROLLER', cell: controllerName },
  { header: 'REVISION', cell: (revision) => revision.revision },
  ageColumn,
];
