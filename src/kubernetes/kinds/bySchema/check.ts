import { absent, type Part } from '../../fields/fill';
import type { FieldCause } from '../../refusals';
import { type Definition, referenced, type Schema } from '../../wire/schema/schema';
import { type TypeRules, under } from './rules/rule';

/** Parts that other code checks, or nobody: metadata, and what only controllers write. */
const PASSED_OVER = new Set(['metadata', 'status']);

/** Types whose own rules see to all that is in them. */
const SEEN_TO = new Set([
  'io.k8s.api.core.v1.PodTemplateSpec',
  'io.k8s.api.core.v1.ReplicationControllerSpec',
  'io.k8s.api.apps.v1.DeploymentSpec',
  'io.k8s.api.apps.v1.ReplicaSetSpec',
  'io.k8s.api.apps.v1.StatefulSetSpec',
  'io.k8s.api.batch.v1.Job',
  'io.k8s.api.batch.v1.JobSpec',
  'io.k8s.api.admissionregistration.v1.ValidatingWebhook',
  'io.k8s.api.admissionregistration.v1.MutatingWebhook',
]);

/** Walks through what a field holds; undefined if there is no struct in it. */
type Walk = (value: unknown, at: string, rules: TypeRules) => readonly FieldCause[];

const walkOf = (schema: Schema): Walk | undefined => {
  const definition = referenced(schema);
  if (definition) {
    return definition.schema.properties === undefined
      ? undefined
      : (value, at, rules) => checkByType(value as Part, definition, rules, at);
  }
  const item = schema.items ?? schema.additionalProperties;
  const inner = item && walkOf(item);
  if (!inner) return undefined;
  return schema.items
    ? (value, at, rules) =>
        (value as readonly unknown[]).flatMap((item, index) => inner(item, `${at}[${index}]`, rules))
    : (value, at, rules) =>
        Object.entries(value as Part).flatMap(([key, item]) => inner(item, `${at}[${key}]`, rules));
};

const walks = new WeakMap<Definition, readonly (readonly [field: string, walk: Walk])[]>();

const walksOf = (definition: Definition): readonly (readonly [field: string, walk: Walk])[] => {
  let known = walks.get(definition);
  if (known === undefined) {
    known = Object.entries(definition.schema.properties ?? {}).flatMap(([field, schema]) => {
      const walk = PASSED_OVER.has(field) ? undefined : walkOf(schema);
      return walk ? [[field, walk] as const] : [];
    });
    walks.set(definition, known);
  }
  return known;
};

/**
 * Checks a part against the rules of its type, and everything in it against the rules of theirs.
 * @returns what is wrong, in the API server's words: of each struct first its own, then that of its fields
 */
export const checkByType = (
  part: Part,
  definition: Definition,
  rules: TypeRules,
  at: string,
): readonly FieldCause[] => {
  const causes = (rules[definition.name] ?? []).flatMap((rule) => rule(part, at));
  if (SEEN_TO.has(definition.name)) return causes;
  const inner = walksOf(definition).flatMap(([field, walk]) =>
    absent(part[field]) ? [] : walk(part[field], under(at, field), rules),
  );
  return [...causes, ...inner];
};
