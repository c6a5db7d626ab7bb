import type { Kind } from '../../../kubernetes/kinds/kind';
import type { KubeObject } from '../../../kubernetes/object';
import { badRequest } from '../../../kubernetes/refusals';

/** Reads what a selector asks about; undefined for a field that objects of the kind cannot be selected by. */
const fieldOf = <T extends KubeObject>(kind: Kind<T>, path: string): ((object: T) => string) | undefined => {
  if (path === 'metadata.name') return ({ metadata }) => metadata.name;
  if (path === 'metadata.namespace') return ({ metadata }) => metadata.namespace ?? '';
  return Object.hasOwn(kind.selectableFields, path) ? kind.selectableFields[path] : undefined;
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
      if (!field) throw badRequest(`field label not supported: ${name}`);
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
