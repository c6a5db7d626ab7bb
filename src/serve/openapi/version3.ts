import { KUBERNETES } from '../../kubernetes/release';
import type { Described } from './described';
import { type Content, METHODS, type Operation, type Parameter, type PathOperations } from './operation';
import { referenceTo } from './schemas';
import { BEARER, PHRASES, sharedBy, unshared } from './writing';

const schemaOf = (content: Content) => (content === 'text' ? { type: 'string' } : referenceTo(content.type));

const contentOf = (content: Content, mediaTypes: readonly string[]) =>
  Object.fromEntries([...mediaTypes].sort().map((each) => [each, { schema: schemaOf(content) }]));

const parameterOf = ({ name, in: place, type }: Parameter) => ({
  name,
  in: place,
  ...(place === 'path' ? { required: true } : {}),
  schema: { type, uniqueItems: true },
});

const operationOf = (operation: Operation, tag: string, shared: readonly Parameter[]) => {
  const { id, body, answers, produces, action, kind } = operation;
  const own = unshared(operation, shared);
  return {
    tags: [tag],
    operationId: id,
    ...(own.length > 0 ? { parameters: own.map(parameterOf) } : {}),
    ...(body
      ? {
          requestBody: {
            content: contentOf(body.content, body.mediaTypes),
            ...(body.required ? { required: true } : {}),
          },
        }
      : {}),
    responses: {
      ...Object.fromEntries(
        Object.entries(answers).map(([code, content]) => [
          code,
          { description: PHRASES[code], content: contentOf(content, produces) },
        ]),
      ),
      401: { description: 'Unauthorized' },
    },
    ...(action ? { 'x-kubernetes-action': action } : {}),
    ...(kind ? { 'x-kubernetes-group-version-kind': kind } : {}),
  };
};

const pathOf = ({ path, operations }: PathOperations, tag: string) => {
  const shared = sharedBy(operations);
  const methods = METHODS.flatMap((method) => {
    const found = operations.find((each) => each.method === method);
    return found ? [[method, operationOf(found, tag, shared)] as const] : [];
  });
  const item = Object.fromEntries(methods);
  return [path, shared.length > 0 ? { ...item, parameters: shared.map(parameterOf) } : item] as const;
};

const INFO = { title: 'Kubernetes', version: KUBERNETES.release };
const CUSTOM_INFO = { title: 'Kubernetes CRD Swagger', version: 'v0.1.0' };

/** The OpenAPI 3 document of a part of the API. */
export const writeVersion3 = ({ paths, tag, schemas, custom }: Described): object => {
  const types = Object.keys(schemas).length > 0 ? { schemas } : {};
  return {
    openapi: '3.0.0',
    info: custom ? CUSTOM_INFO : INFO,
    paths: Object.fromEntries(paths.map((each) => pathOf(each, tag))),
    components: { ...types, ...(custom ? {} : { securitySchemes: BEARER }) },
  };
};
