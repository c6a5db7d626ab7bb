import type { KubeObject } from '../../../kubernetes/object';
import type { ResourceType } from '../../../kubernetes/resourceType';
import type { Store } from '../registry/store';
import { escalationByBindings, escalationByRoles } from './authorization/escalation';
import type { Caller } from './caller';
import type { WriteCheck } from './writeCheck';

const checks: readonly WriteCheck[] = [escalationByRoles, escalationByBindings];

/** Asks all checks that are about this kind. @throws ApiError of the first that refuses */
export const checkWrite = (
  store: Store,
  caller: Caller,
  resource: ResourceType,
  object: KubeObject,
): void => {
  for (const each of checks) if (each.kinds.includes(resource)) each.check(store, caller, resource, object);
};
