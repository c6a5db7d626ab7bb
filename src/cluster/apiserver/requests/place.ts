import type { Kind } from '../../../kubernetes/kinds/kind';
import type { Kinds } from '../../../kubernetes/kinds/kinds';
import type { Manifest } from '../../../kubernetes/object';
import { badRequest } from '../../../kubernetes/refusals';
import { decode, type Leniency } from '../../../kubernetes/wire/schema/decode';
import { checkEndpoint, withType } from './endpoints';

/** What a path says of the object that it leads to. */
export interface Place {
  readonly namespace?: string | undefined;
  readonly name: string;
}

/**
 * @param own what the object says; nothing is as good as the same
 * @throws ApiError 400
 * @see k8s.io/apiserver/pkg/registry/rest EnsureObjectNamespaceMatchesRequestNamespace
 */
export const checkOwnNamespace = (own: string | undefined, namespace = ''): void => {
  if (own && own !== namespace)
    throw badRequest('the namespace of the provided object does not match the namespace sent on the request');
};

/** @throws ApiError 400 @see k8s.io/apiserver/pkg/endpoints/handlers checkName */
export const checkName = ({ metadata }: Pick<Manifest, 'metadata'>, name: string): void => {
  if (!metadata?.name)
    throw badRequest(
      `the name of the object (${name} based on URL) was undeterminable: name must be provided`,
    );
  if (metadata.name !== name)
    throw badRequest(
      `the name of the object (${metadata.name}) does not match the name on the URL (${name})`,
    );
};

/**
 * An object that is to take the place of another names the place that it is sent to. One that is of another type, or
 * cannot be read, is refused for that first.
 * @throws ApiError 400
 */
export const checkPlace = (
  kinds: Kinds,
  kind: Kind,
  sent: Manifest,
  { namespace, name }: Place,
  options: Leniency,
): void => {
  try {
    checkOwnNamespace(sent.metadata?.namespace, namespace);
    checkName(sent, name);
  } catch (misplaced) {
    const typed = withType(kinds, sent, kind);
    checkEndpoint(kinds, kind, typed);
    decode(typed, options, kind.read);
    throw misplaced;
  }
};
