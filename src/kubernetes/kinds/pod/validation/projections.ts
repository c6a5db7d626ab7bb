import { forbidden, invalid, required } from '../../../fields/validation/causes';
import { fileMode, localPath } from '../../../fields/validation/paths';
import type { FieldCause } from '../../../refusals';
import { validateFieldRef, validateResourceFieldRef } from './containerParts';

type Part = Readonly<Record<string, unknown>>;

const DOWNWARD_FIELDS = [
  'metadata.annotations',
  'metadata.labels',
  'metadata.name',
  'metadata.namespace',
  'metadata.uid',
];
const MOST_EXPIRATION = 2 ** 32;

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

const validateItem = (item: Part, field: string): FieldCause[] => [
  ...(text(item.key) === '' ? [required(`${field}.key`)] : []),
  ...(text(item.path) === '' ? [required(`${field}.path`)] : []),
  ...localPath(text(item.path), `${field}.path`),
  ...fileMode(item.mode as number | undefined, `${field}.mode`),
];

/** Which keys of a config map or secret become which files. */
export const validateItems = (items: readonly Part[] | undefined, field: string): FieldCause[] =>
  (items ?? []).flatMap((item, index) => validateItem(item, `${field}[${index}]`));

const validateDownwardItem = (item: Part, field: string): FieldCause[] => {
  const causes = text(item.path) === '' ? [required(`${field}.path`)] : [];
  causes.push(...localPath(text(item.path), `${field}.path`));
  if (item.fieldRef !== undefined) {
    causes.push(...validateFieldRef(item.fieldRef as Part, DOWNWARD_FIELDS, `${field}.fieldRef`));
    if (item.resourceFieldRef !== undefined) {
      causes.push(
        invalid(field, 'resource', 'fieldRef and resourceFieldRef can not be specified simultaneously'),
      );
    }
  } else if (item.resourceFieldRef !== undefined) {
    causes.push(
      ...validateResourceFieldRef(item.resourceFieldRef as Part, true, `${field}.resourceFieldRef`),
    );
  } else causes.push(required(field, 'one of fieldRef and resourceFieldRef is required'));
  return [...causes, ...fileMode(item.mode as number | undefined, `${field}.mode`)];
};

/** Files with the pod's own fields. The API server points at the source, not at the item. */
export const validateDownwardItems = (items: readonly Part[] | undefined, field: string): FieldCause[] =>
  (items ?? []).flatMap((item) => validateDownwardItem(item, field));

const validateToken = (token: Part, source: string, field: string): FieldCause[] => {
  const expiration = (token.expirationSeconds ?? 0) as number;
  const at = `${source}.serviceAccountToken.expirationSeconds`;
  const causes: FieldCause[] = [];
  if (expiration < 600)
    causes.push(invalid(at, expiration, 'may not specify a duration less than 10 minutes'));
  if (expiration > MOST_EXPIRATION) {
    causes.push(invalid(at, expiration, 'may not specify a duration larger than 2^32 seconds'));
  }
  const path = text(token.path);
  return [...causes, ...(path === '' ? [required(`${field}.path`)] : localPath(path, `${field}.path`))];
};

/** Several sources in one directory. No two may write the same file. */
export const validateProjections = (sources: readonly Part[], field: string): FieldCause[] => {
  const causes: FieldCause[] = [];
  const taken = new Set<string>();
  const take = (path: string, printed: string) => {
    if (path === '') return;
    if (taken.has(path)) causes.push(invalid(field, printed, 'conflicting duplicate paths'));
    taken.add(path);
  };
  sources.forEach((source, index) => {
    const at = `${field}.sources[${index}]`;
    for (const kind of ['secret', 'configMap'] as const) {
      const part = source[kind] as Part | undefined;
      if (part === undefined) continue;
      if (text(part.name) === '') causes.push(required(`${at}.${kind}.name`));
      ((part.items ?? []) as readonly Part[]).forEach((item, position) => {
        causes.push(...validateItem(item, `${at}.${kind}.items[${position}]`));
        take(text(item.path), text(part.name));
      });
    }
    const downward = source.downwardAPI as Part | undefined;
    for (const item of (downward?.items ?? []) as readonly Part[]) {
      causes.push(...validateDownwardItem(item, `${at}.downwardAPI`));
      take(text(item.path), text(item.path));
    }
    const token = source.serviceAccountToken as Part | undefined;
    if (token !== undefined) causes.push(...validateToken(token, at, field));
    const kinds = ['secret', 'configMap', 'downwardAPI', 'serviceAccountToken'];
    if (kinds.filter((kind) => source[kind] !== undefined).length > 1) {
      causes.push(forbidden(at, 'may not specify more than 1 volume type per source'));
    }
  });
  return causes;
};
