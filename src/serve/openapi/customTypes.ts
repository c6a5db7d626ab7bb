import type { CustomResourceDefinition } from '../../kubernetes/kinds/customresource/definition/definition';
import type { Kind } from '../../kubernetes/kinds/kind';
import { SECURITY_GROUP } from '../../kubernetes/kinds/securitycontextconstraints/constraints';
import { schemaOfConstraints } from '../../kubernetes/kinds/securitycontextconstraints/schema';
import type { ResourceType } from '../../kubernetes/resourceType';
import type { Structural } from '../../kubernetes/wire/structural/structural';
import { isOfKubernetes } from '../discovery/resources';
import { publishedType, referenceTo, type Schema, type Schemas } from './schemas';

const STRING: Schema = { type: 'string' };
const META = 'io.k8s.apimachinery.pkg.apis.meta.v1';
const objectOf = (name: string): Schema => ({ allOf: [referenceTo(`${META}.${name}`)] });

/** What every object has. */
const OBJECT: Schemas = { apiVersion: STRING, kind: STRING, metadata: objectOf('ObjectMeta') };

const each = (schemas: Readonly<Record<string, Structural>>): Schemas =>
  Object.fromEntries(
    Object.entries(schemas)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, schema]) => [name, published(schema)]),
  );

/** A schema as it is published: an object within an object has what every object has. */
const published = (schema: Structural): Schema => {
  const { properties, items, additionalProperties: values, ...rest } = schema;
  const embedded = schema['x-kubernetes-embedded-resource'] === true;
  const fields = { ...(properties ? each(properties) : {}), ...(embedded ? OBJECT : {}) };
  return {
    ...(rest as object),
    ...(embedded ? { required: [...new Set([...(schema.required ?? []), 'kind', 'apiVersion'])] } : {}),
    ...(Object.keys(fields).length > 0 ? { properties: fields } : {}),
    ...(items ? { items: published(items) } : {}),
    ...(values === undefined
      ? {}
      : { additionalProperties: typeof values === 'object' ? published(values) : values }),
  };
};

/** `org.example.shop.v1.Widget` */
const nameOf = ({ group, version, kind }: ResourceType): string =>
  `${[...group.split('.')].reverse().join('.')}.${version}.${kind}`;

/** The name of a kind's type, whoever brought it. */
export const typeName = (apiVersion: string, kind: string, custom: Schemas): string => {
  const [version = '', group = ''] = apiVersion.split('/').reverse();
  const own = nameOf({ group, version, kind } as ResourceType);
  const name = publishedType(apiVersion, kind) ?? own;
  if (name === own && !custom[own]) throw new Error(`no type is known of ${kind} of ${apiVersion}`);
  return name;
};

/** A kind that may say itself what its objects look like. */
type MaybeDescribed = ResourceType & Partial<Pick<Kind, 'schema'>>;

/** A kind that nobody declared the fields of takes any. */
const ANYTHING: Structural = { type: 'object', 'x-kubernetes-preserve-unknown-fields': true };

const schemaOf = (kind: MaybeDescribed, definitions: readonly CustomResourceDefinition[]): Structural => {
  if (kind.group === SECURITY_GROUP) return schemaOfConstraints;
  if (kind.schema) return kind.schema;
  const definition = definitions.find(
    ({ spec }) => spec.group === kind.group && spec.names.plural === kind.plural,
  );
  const version = definition?.spec.versions.find(({ name }) => name === kind.version);
  return version?.schema?.openAPIV3Schema ?? ANYTHING;
};

const typesOf = (kind: ResourceType, schema: Structural): readonly (readonly [string, Schema])[] => {
  const { group, version } = kind;
  const whole = published(schema);
  const gvk = (name: string) => ({ 'x-kubernetes-group-version-kind': [{ group, kind: name, version }] });
  const name = nameOf(kind);
  const list = `${kind.kind}List`;
  return [
    [name, { ...whole, properties: { ...whole.properties, ...OBJECT }, ...gvk(kind.kind) }],
    [
      `${name}List`,
      {
        type: 'object',
        required: ['items'],
        properties: {
          apiVersion: STRING,
          items: { type: 'array', items: referenceTo(name) },
          kind: STRING,
          metadata: objectOf('ListMeta'),
        },
        ...gvk(list),
      },
    ],
  ];
};

/**
 * The types of all kinds that are not Kubernetes' own, as their definitions declare them.
 * @see k8s.io/apiextensions-apiserver/pkg/controller/openapi/builder
 */
export const customTypes = (
  kinds: readonly MaybeDescribed[],
  definitions: readonly CustomResourceDefinition[],
): Schemas =>
  Object.fromEntries(
    kinds
      .filter(({ group }) => !isOfKubernetes(group))
      .flatMap((kind) => typesOf(kind, schemaOf(kind, definitions))),
  );
