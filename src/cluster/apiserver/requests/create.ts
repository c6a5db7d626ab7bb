import type { Kind } from '../../../kubernetes/kinds/kind';
import type { KubeObject, Manifest } from '../../../kubernetes/object';
import { methodNotAllowed, versionOfNewObject } from '../../../kubernetes/refusals';
import { decode } from '../../../kubernetes/wire/schema/decode';
import type { Registry } from '../registry/registry';
import { refuseInvalid } from '../registry/validity';
import { ask } from './ask';
import { askedBy } from './asking';
import type { Tokens } from './authentication/tokens';
import { needAccess } from './authorization/access';
import type { Caller } from './caller';
import { checkEndpoint, endpointFor, withType } from './endpoints';
import { checkOwnNamespace } from './place';
import type { RequestOptions } from './requestOptions';
import { reviewFor } from './reviews';
import { isBinding, postBinding } from './subresources/binding';
import { checkWrite } from './writeChecks';
import { checkWriteOptions } from './writeOptions';

/**
 * POST: a new object, or a question, from somebody who is not to be trusted.
 * @param endpoint where it is sent to; by default where objects of its kind are
 * @see ApiServer.create
 */
export const create = (
  registry: Registry,
  sent: Manifest,
  caller: Caller,
  namespace: string | undefined,
  options: RequestOptions,
  { endpoint, tokens }: { readonly endpoint?: Kind; readonly tokens?: Tokens } = {},
): KubeObject => {
  const { store, kinds, now } = registry;
  const body = withType(kinds, sent, endpoint);
  if (endpoint) checkEndpoint(kinds, endpoint, body);
  const review = reviewFor(body);
  if (isBinding(body)) return postBinding(registry, caller, body, namespace, options);
  if (review) return ask({ store, kinds, now, tokens }, review, caller, body, namespace, options);
  const resource = endpoint ?? endpointFor(kinds, body);
  const target = resource.namespaced ? (namespace ?? body.metadata?.namespace ?? 'default') : undefined;
  needAccess(store, caller, 'create', resource, { namespace: target });
  if (!resource.verbs.includes('create')) throw methodNotAllowed();
  checkWriteOptions('CreateOptions', options);
  const manifest = decode(body, options, resource.read);
  if (resource.namespaced) checkOwnNamespace(manifest.metadata?.namespace, target);
  const { resourceVersion } = manifest.metadata ?? {};
  // The sender keeps what was sent.
  const check = (object: KubeObject): void => {
    checkWrite(store, caller, resource, object);
    refuseInvalid(resource, object.metadata.name, resource.validateCreate(object));
    if (resourceVersion && Number(resourceVersion) > 0) throw versionOfNewObject();
    for (const text of resource.warnings(object)) options.onWarning?.(text);
  };
  return registry.create(resource, target, { ...manifest }, check, askedBy(caller, options));
};
