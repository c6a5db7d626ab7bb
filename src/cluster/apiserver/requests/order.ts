import { toTimestamp } from '../../../kubernetes/fields/time';
import type { Kind } from '../../../kubernetes/kinds/kind';
import type { KubeObject, Manifest } from '../../../kubernetes/object';
import { decode } from '../../../kubernetes/wire/schema/decode';
import type { Registry } from '../registry/registry';
import { refuseInvalid } from '../registry/validity';
import { needAccess } from './authorization/access';
import type { Caller } from './caller';
import { checkEndpoint, withType } from './endpoints';
import type { GivenOrders } from './givenOrders';
import { checkOwnNamespace } from './place';
import type { RequestOptions } from './requestOptions';

/** A kind whose objects are orders: they are carried out and answered, and not stored. Whoever may create one may give it. */
export interface Order<T extends KubeObject = KubeObject> {
  /** Its only verb is `create`. */
  readonly kind: Kind<T>;
  /**
   * Carries it out, which may take a while.
   * @returns what became of it: its status
   * @throws ApiError if it is refused: then nothing of it has been done
   */
  carryOut(order: T): object | Promise<object>;
}

/** An order need not have a name; where it has none, none is checked. */
const NAMELESS = 'order';

const known = (given: string): string =>
  `an order of this name was given at ${given}: it is answered as it was then, and not carried out again`;

/** POST: an order, from somebody who is not to be trusted. @see ApiServer.carryOut */
export const carryOut = async <T extends KubeObject>(
  { registry, given }: { readonly registry: Registry; readonly given: GivenOrders },
  { kind, carryOut: obey }: Order<T>,
  sent: Manifest,
  caller: Caller,
  namespace: string | undefined,
  options: RequestOptions,
): Promise<T> => {
  const endpoint: Kind = kind;
  const body = withType(registry.kinds, sent, endpoint);
  checkEndpoint(registry.kinds, endpoint, body);
  const target = kind.namespaced ? (namespace ?? body.metadata?.namespace ?? 'default') : undefined;
  needAccess(registry.store, caller, 'create', endpoint, { namespace: target });
  const manifest = decode(body, options, kind.read);
  if (kind.namespaced) checkOwnNamespace(manifest.metadata?.namespace, target);
  const metadata = {
    ...manifest.metadata,
    ...(target === undefined ? {} : { namespace: target }),
    creationTimestamp: toTimestamp(registry.now),
  };
  const order = kind.defaults({ ...manifest, metadata } as unknown as T);
  const name = metadata.name || NAMELESS;
  refuseInvalid(
    endpoint,
    metadata.name ?? '',
    kind.validateCreate({ ...order, metadata: { ...metadata, name } } as T),
  );
  if (options.dryRun) return order;
  const answered = async (): Promise<T> => ({ ...order, status: await obey(order) });
  if (!metadata.name) return answered();
  return given.once(kind, order, answered, (before) => options.onWarning?.(known(before)));
};
