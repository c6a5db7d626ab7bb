import { isList, isObject, type JsonObject } from '../../../kubernetes/wire/patch/json';
import type { Naming } from './naming';

/** Types in which it depends on other fields what a name names: what is written there instead, by field. */
export type Situated = (object: JsonObject, naming: Naming) => JsonObject;

const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

const groupOf = (apiVersion: string | undefined): string | undefined =>
  apiVersion === undefined ? undefined : apiVersion.includes('/') ? apiVersion.split('/')[0] : '';

/** The fields of an object that change. */
const changes = (object: JsonObject, wanted: Readonly<Record<string, unknown>>): JsonObject => {
  let changed = object;
  for (const [field, value] of Object.entries(wanted))
    if (value !== undefined && value !== object[field]) changed = { ...changed, [field]: value };
  return changed;
};

/** Refers to an object by kind and name, and it may be group, version and namespace. */
const reference: Situated = (object, naming) => {
  const name = text(object.name);
  const kind = text(object.kind);
  const namespace = text(object.namespace);
  const apiVersion = text(object.apiVersion);
  const apiGroup = text(object.apiGroup);
  const group = apiGroup ?? groupOf(apiVersion);
  return changes(object, {
    name: name !== undefined && kind ? naming.object({ kind, group, namespace }, name) : undefined,
    namespace: namespace === undefined ? undefined : naming.namespace(namespace),
    apiVersion: apiVersion === undefined ? undefined : naming.apiVersion(apiVersion),
    apiGroup: apiGroup === undefined ? undefined : naming.apiGroup(apiGroup),
  });
};

/** By resource, `nodes`, and name. */
const byResource: Situated = (object, naming) => {
  const name = text(object.name);
  const resource = text(object.resource);
  const namespace = text(object.namespace);
  return changes(object, {
    name: name !== undefined && resource ? naming.byPlural(resource, name) : undefined,
    namespace: namespace === undefined ? undefined : naming.namespace(namespace),
  });
};

/** Whom a role is bound to. @see k8s.io/api/rbac/v1 Subject */
const subject: Situated = (object, naming) => {
  const name = text(object.name);
  const namespace = text(object.namespace);
  return changes(object, {
    name:
      name === undefined
        ? undefined
        : object.kind === 'User'
          ? naming.user(name)
          : object.kind === 'Group'
            ? naming.group(name)
            : undefined,
    namespace: namespace === undefined ? undefined : naming.namespace(namespace),
  });
};

const eachText = (values: unknown, change: (value: string) => string): unknown => {
  if (!isList(values)) return undefined;
  const changed = values.map((value) => (typeof value === 'string' ? change(value) : value));
  return changed.every((value, at) => value === values[at]) ? values : changed;
};

const requirement: Situated = (object, naming) => {
  const key = text(object.key);
  return key === undefined
    ? object
    : changes(object, { values: eachText(object.values, (value) => naming.labelValue(key, value)) });
};

/** A field of nodes can be required to have a value, and there is but one: the name. */
const nodeTerm: Situated = (object, naming) => {
  const fields = object.matchFields;
  if (!isList(fields)) return object;
  const changed = fields.map((field) =>
    isObject(field) && field.key === 'metadata.name'
      ? changes(field, { values: eachText(field.values, (value) => naming.node(value)) })
      : field,
  );
  return changed.every((field, at) => field === fields[at]) ? object : { ...object, matchFields: changed };
};

/** Scopes of a quota by priority class. */
const scope: Situated = (object, naming) =>
  object.scopeName === 'PriorityClass'
    ? changes(object, {
        values: eachText(object.values, (value) => naming.object({ kind: 'PriorityClass' }, value)),
      })
    : object;

/** What a rule names by resource. Where resources differ in that, all of the forms are named. */
const rule: Situated = (object, naming) => {
  const { resources, resourceNames: names } = object;
  if (!isList(resources) || !isList(names)) return object;
  const forms = names.flatMap((name) =>
    typeof name === 'string'
      ? [...new Set(resources.map((each) => (typeof each === 'string' ? naming.byPlural(each, name) : name)))]
      : [name],
  );
  const same = forms.length === names.length && forms.every((form, at) => form === names[at]);
  return same ? object : { ...object, resourceNames: forms };
};

export const SITUATED: Readonly<Record<string, Situated>> = {
  'meta.v1.OwnerReference': reference,
  'meta.v1.LabelSelectorRequirement': requirement,
  'core.v1.ObjectReference': reference,
  'core.v1.TypedObjectReference': reference,
  'core.v1.TypedLocalObjectReference': reference,
  'core.v1.NodeSelectorRequirement': requirement,
  'core.v1.NodeSelectorTerm': nodeTerm,
  'core.v1.TopologySelectorLabelRequirement': requirement,
  'core.v1.ScopedResourceSelectorRequirement': scope,
  'rbac.v1.Subject': subject,
  'rbac.v1.RoleRef': reference,
  'rbac.v1.PolicyRule': rule,
  'admissionregistration.v1.NamedRuleWithOperations': rule,
  'authorization.v1.ResourceAttributes': byResource,
  'authentication.v1.BoundObjectReference': reference,
  'autoscaling.v1.CrossVersionObjectReference': reference,
  'autoscaling.v2.CrossVersionObjectReference': reference,
  'networking.v1.IngressClassParametersReference': reference,
  'networking.v1.ParentReference': byResource,
};
