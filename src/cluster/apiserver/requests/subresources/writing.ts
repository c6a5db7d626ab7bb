import type { Kind } from '../../../../kubernetes/kinds/kind';
import type { KubeObject } from '../../../../kubernetes/object';
import type { FieldCause } from '../../../../kubernetes/refusals';
import { checkPreconditions, checkVersion } from '../../registry/preconditions';
import { refuseInvalid } from '../../registry/validity';
import { askedBy } from '../asking';
import { validateCommonFields } from '../commonFields';
import type { PartChange, PartRequest } from './part';

/** How a part of an object is written. */
interface PartRules<T extends KubeObject> {
  /** Puts back what the part does not reach. */
  prepare(sent: T, current: T): T;
  validate(next: T, current: T): readonly FieldCause[];
  /** The part is one of the spec: admission looks at it, and generations count. */
  readonly isOfSpec?: boolean;
}

/** Writes what somebody makes of an object by way of one of its parts. @throws ApiError */
export const writeObject = <T extends KubeObject>(
  { registry, caller, kind, namespace, name, options }: PartRequest,
  change: PartChange<KubeObject>,
  { prepare, validate, isOfSpec = false }: PartRules<T>,
): T =>
  registry.update<T>(
    kind as Kind<T>,
    namespace,
    name,
    (current) => {
      const sent = change(current) as T;
      if (sent === current) return current;
      checkPreconditions(kind, current, { uid: sent.metadata.uid });
      checkVersion(kind, sent, current);
      return prepare(sent, current);
    },
    {
      subresource: isOfSpec ? undefined : 'status',
      ...askedBy(caller, options),
      validate: (next, current) =>
        refuseInvalid(kind, name, [
          ...validateCommonFields(kind, next.metadata, current.metadata),
          ...validate(next, current),
        ]),
    },
  );
