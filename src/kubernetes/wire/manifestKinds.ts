import { goJson } from '../fields/validation/causes';
import type { Manifest } from '../object';
import { isMap } from './values';

/** What Go's JSON calls the sort of a value. */
const sortOf = (value: unknown): string => {
  if (Array.isArray(value)) return 'array';
  if (typeof value === 'boolean') return 'bool';
  return typeof value === 'bigint' ? 'number' : typeof value;
};

/**
 * What is wrong with the kind and the version of a document.
 * @see staging/src/k8s.io/kubectl/pkg/validation/validation.go getObjectKind
 */
export const problemsOfKind = (document: unknown): readonly string[] => {
  if (!isMap(document)) return ['invalid object to validate'];
  const problems: string[] = [];
  const { apiVersion = null, kind = null } = document;
  if (apiVersion === null) problems.push('apiVersion not set');
  else if (typeof apiVersion !== 'string') problems.push("apiVersion isn't string type");
  else if (apiVersion.split('/').length > 2) problems.push(`unexpected GroupVersion string: ${apiVersion}`);
  if (kind === null) problems.push('kind not set');
  else if (typeof kind !== 'string') problems.push("kind isn't string type");
  return problems;
};

/** An object of a document, or why there is none. */
export type Found = { readonly object: Manifest } | { readonly problem: string };

type Fields = Readonly<Record<string, unknown>>;

const isSaid = (value: unknown): boolean => typeof value === 'string' && value !== '';

const missing = (what: string, written: string): string => `Object '${what}' is missing in '${written}'`;

/** The items of a list; those that do not say what they are get it from the list. */
const itemsOf = (list: Fields): readonly Fields[] | { readonly problem: string } => {
  const { items } = list;
  if (items === null) return [];
  if (!Array.isArray(items)) {
    const sort = isMap(items) ? 'object' : sortOf(items);
    return {
      problem: `json: cannot unmarshal ${sort} into Go struct field decodeList.items of type []json.RawMessage`,
    };
  }
  const all: Fields[] = [];
  for (const item of items) {
    if (item !== null && !isMap(item))
      return {
        problem: `json: cannot unmarshal ${sortOf(item)} into Go value of type map[string]interface {}`,
      };
    const fields: Fields = item ?? {};
    const says = isSaid(fields.kind) || isSaid(fields.apiVersion);
    const kind = String(list.kind).replace(/List$/, '');
    all.push(says ? fields : { ...fields, apiVersion: list.apiVersion, kind });
  }
  return all;
};

const untyped = (what: string, field: string): string =>
  `unable to get type info from the object "*unstructured.Unstructured": ${missing(what, `object has no ${field} field`)}`;

/** Takes lists apart, those within lists, too. @see staging/src/k8s.io/cli-runtime/pkg/resource/visitor.go FlattenListVisitor */
const flatten = (items: readonly Fields[]): readonly Found[] => {
  const found: Found[] = [];
  const all = [...items];
  for (let item = all.shift(); item; item = all.shift()) {
    if (Array.isArray(item.items)) {
      const inner = itemsOf(item);
      if ('problem' in inner) found.push(inner);
      else all.push(...inner);
    } else if (!isSaid(item.kind)) found.push({ problem: untyped('Kind', 'kind') });
    else if (!isSaid(item.apiVersion)) found.push({ problem: untyped('apiVersion', 'apiVersion') });
    else found.push({ object: item as Manifest });
  }
  return found;
};

/**
 * The objects of a document: itself, or those of a list.
 * @param file the name that messages give the text
 * @param written the document as it is written, where it is JSON
 * @see staging/src/k8s.io/apimachinery/pkg/apis/meta/v1/unstructured/helpers.go unstructuredJSONScheme.Decode
 */
export const objectsOf = (document: unknown, file: string, written?: string): readonly Found[] => {
  const fail = (problem: string): readonly Found[] => [
    { problem: `unable to decode ${JSON.stringify(file)}: ${problem}` },
  ];
  if (!isMap(document))
    return fail(`json: cannot unmarshal ${sortOf(document)} into Go value of type unstructured.detector`);
  const items = 'items' in document ? itemsOf(document) : undefined;
  if (items && 'problem' in items) return fail(items.problem);
  if (!isSaid(document.kind)) return fail(missing('Kind', written ?? goJson(document)));
  return items ? flatten(items) : [{ object: document as Manifest }];
};
