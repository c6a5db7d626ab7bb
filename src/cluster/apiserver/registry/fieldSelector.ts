import type { Kind } from '../../../kubernetes/kinds/kind';
import type { KubeObject } from '../../../kubernetes/object';
import { badRequest } from '../../../kubernetes/refusals';

/** Kinds with fields of their own name them all, and with them the namespace, if they have one. */
const hasOwnFields = ({ schema, selectableFields }: Kind): boolean =>
  schema !== undefined || Object.keys(selectableFields).length > 0;

/** Reads what a selector asks about; undefined for a field that objects of the kind cannot be selected by. */
const fieldOf = <T extends KubeObject>(kind: Kind<T>, path: string): ((object: T) => string) | undefined => {
  if (path === 'metadata.name') return ({ metadata }) => metadata.name;
  if (path === 'metadata.namespace' && (kind.namespaced || !hasOwnFields(kind)))
    return ({ metadata }) => metadata.namespace ?? '';
  return Object.hasOwn(kind.selectableFields, path) ? kind.selectableFields[path] : undefined;
};

/**
 * What is said of a field that objects of a kind cannot be selected by.
 * @see pkg/apis, AddFieldLabelConversionFunc of each group, and
 * k8s.io/apimachinery/pkg/runtime DefaultMetaV1FieldSelectorConversion
 */
const unknownField = (kind: Kind, path: string): string => {
  if (!hasOwnFields(kind))
    return `${JSON.stringify(path)} is not a known field selector: only "metadata.name", "metadata.namespace"`;
  switch (`${kind.apiVersion} ${kind.kind}`) {
    case 'batch/v1 Job':
      return `field label ${JSON.stringify(path)} not supported for Job`;
    case 'resource.k8s.io/v1 ResourceSlice':
      return `field label not supported for ${kind.apiVersion}, Kind=${kind.kind}: ${path}`;
    default:
      return `field label not supported: ${path}`;
  }
};

/** Compiles `field=value,field!=value` for a kind. @throws ApiError for a field that cannot be selected by */
export const compileFieldSelector = <T extends KubeObject>(
  kind: Kind<T>,
  text: string,
): ((object: T) => boolean) => {
  const checks = text
    .split(',')
    .filter((part) => part.trim() !== '')
    .map((part) => {
      const match = /^\s*([^=!]+?)\s*(!=|==?)\s*(.*?)\s*$/.exec(part);
      if (!match)
        throw badRequest(`invalid field selector: invalid selector: '${part}'; can't understand '${part}'`);
      const [, name = '', operator, value] = match;
      const field = fieldOf(kind, name);
      if (!field) throw badRequest(unknownField(kind, name));
      return (object: T) => (field(object) === value) === (operator !== '!=');
    });
  return (object) => checks.every((check) => check(object));
};

/** The one name that a field selector leaves over, if it does. */
export const nameSelectedBy = (fieldSelector = ''): string | undefined => {
  for (const part of fieldSelector.split(',')) {
    const name = /^\s*metadata\.name\s*==?\s*(.*?)\s*$/.exec(part)?.[1];
    if (name) return name;
  }
  return undefined;
};
