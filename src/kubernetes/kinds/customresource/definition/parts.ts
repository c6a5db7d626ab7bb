import { invalid, required } from '../../../fields/validation/causes';
import type { FieldCause } from '../../../refusals';
import type { PrinterColumn } from '../../../resourceType';
import type { Subresources } from './definition';

type Causes = readonly FieldCause[];

const COLUMN_TYPES = ['boolean', 'date', 'integer', 'number', 'string'];
const COLUMN_FORMATS = ['byte', 'date', 'date-time', 'double', 'float', 'int32', 'int64', 'password'];

const validatePath = (path: string, at: string, roots: readonly string[], where: string): Causes => {
  if (!path.startsWith('.')) return [invalid(at, path, 'must be a simple json path starting with .')];
  return roots.some((root) => path.startsWith(root))
    ? []
    : [invalid(at, path, `should be a json path under ${where}`)];
};

/** Where the scale of an object stands. */
export const validateSubresources = ({ scale }: Subresources, at: string): Causes => {
  if (!scale) return [];
  const needed = (field: 'specReplicasPath' | 'statusReplicasPath', root: string): Causes =>
    scale[field]
      ? validatePath(scale[field], `${at}.scale.${field}`, [`${root}.`], root)
      : [required(`${at}.scale.${field}`)];
  return [
    ...needed('specReplicasPath', '.spec'),
    ...needed('statusReplicasPath', '.status'),
    ...(scale.labelSelectorPath
      ? validatePath(
          scale.labelSelectorPath,
          `${at}.scale.labelSelectorPath`,
          ['.spec.', '.status.'],
          'either .spec or .status',
        )
      : []),
  ];
};

/** A column of what `get` prints. */
export const validateColumn = ({ name, type, format, jsonPath }: PrinterColumn, at: string): Causes => {
  const oneOf = `must be one of ${COLUMN_TYPES.join(',')}`;
  return [
    ...(name ? [] : [required(`${at}.name`)]),
    ...(type
      ? COLUMN_TYPES.includes(type)
        ? []
        : [invalid(`${at}.type`, type, oneOf)]
      : [required(`${at}.type`, oneOf)]),
    ...(format && !COLUMN_FORMATS.includes(format)
      ? [invalid(`${at}.format`, format, `must be one of ${COLUMN_FORMATS.join(',')}`)]
      : []),
    ...(jsonPath
      ? jsonPath.startsWith('.')
        ? []
        : [invalid(`${at}.JSONPath`, jsonPath, 'must be a simple json path starting with .')]
      : [required(`${at}.JSONPath`)]),
  ];
};
