import type { KubeObject } from '../../../kubernetes/object';
import { ApiError } from '../../../kubernetes/refusals';
import type { ResourceType } from '../../../kubernetes/resourceType';
import type { User } from '../../../port/api';
import type { Connection } from '../connection/connection';
import { collectionPath } from './address';

/** What is listed, or watched: all of a kind, or a part of it. */
export interface Selection {
  readonly namespace?: string | undefined;
  readonly labelSelector?: string | undefined;
  readonly fieldSelector?: string | undefined;
}

export interface Listed {
  readonly items: readonly KubeObject[];
  readonly version: string;
}

interface Page {
  readonly metadata: { readonly resourceVersion?: string; readonly continue?: string };
  readonly items?: readonly KubeObject[] | null;
}

/** So many objects are asked for at a time. @see k8s.io/client-go/tools/pager defaultPageSize */
const PAGE = 500;

/** The items of a list do not say what they are. */
const complete = ({ apiVersion, kind }: ResourceType, item: KubeObject): KubeObject =>
  item.kind ? item : { ...item, apiVersion, kind };

/**
 * Lists what there is now, page by page. If the server forgets in between what it was then, all is asked for at once.
 * @throws like `connection.send`
 * @see k8s.io/client-go/tools/pager ListPager.List
 */
export const listAll = async (
  connection: Connection,
  resource: ResourceType,
  { namespace, ...selectors }: Selection,
  as?: User,
): Promise<Listed> => {
  const items: KubeObject[] = [];
  const ask = async (parameters: Readonly<Record<string, string | undefined>>): Promise<Page> => {
    const path = collectionPath(resource, namespace, { ...selectors, ...parameters });
    return (await connection.send({ method: 'GET', path, as })).body as Page;
  };
  const keep = (page: Page): void => {
    for (const item of page.items ?? []) items.push(complete(resource, item));
  };
  let page = await ask({ limit: `${PAGE}` });
  keep(page);
  while (page.metadata.continue) {
    try {
      page = await ask({ limit: `${PAGE}`, continue: page.metadata.continue });
    } catch (error) {
      if (!(error instanceof ApiError) || error.code !== 410) throw error;
      items.length = 0;
      page = await ask({});
    }
    keep(page);
  }
  return { items, version: page.metadata.resourceVersion ?? '' };
};
