import type { ResourceType } from '../../../kubernetes/resourceType';

/** The path of a collection: of a namespace, or of all. Parameters that are undefined are left out. */
export const collectionPath = (
  { apiVersion, group, plural, namespaced }: ResourceType,
  namespace: string | undefined,
  parameters: Readonly<Record<string, string | undefined>> = {},
): string => {
  const root = group === '' ? '/api' : '/apis';
  const place = namespaced && namespace ? `/namespaces/${encodeURIComponent(namespace)}` : '';
  const given = Object.entries(parameters).filter((each): each is [string, string] => each[1] !== undefined);
  const query = new URLSearchParams(given).toString();
  return `${root}/${apiVersion}${place}/${plural}${query && `?${query}`}`;
};
