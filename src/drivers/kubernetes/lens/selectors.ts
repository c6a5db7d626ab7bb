import type { ResourceType } from '../../../kubernetes/resourceType';
import type { Naming } from './naming';

const EQUALITY = /^(\s*(?<key>[^\s=!,()]+)\s*(?:==|!=|=)\s*)(?<value>[^\s,()]*)(\s*)$/;
const SET = /^(\s*(?<key>[^\s=!,()]+)\s+(?:in|notin)\s*\()(?<values>[^()]*)(\)\s*)$/;

/** One requirement with the values as the server knows them. */
const requirementOut = (requirement: string, naming: Naming): string => {
  const equality = EQUALITY.exec(requirement);
  if (equality) {
    const [, head = '', key = '', value = '', tail = ''] = equality;
    return head + naming.labelValue(key, value) + tail;
  }
  const set = SET.exec(requirement);
  if (!set) return requirement;
  const [, head = '', key = '', values = '', tail = ''] = set;
  const changed = values.replace(/[^\s,]+/g, (value) => naming.labelValue(key, value));
  return head + changed + tail;
};

/** A label selector in kubectl's notation, with the names of the server in it. */
export const labelSelectorOut = (selector: string, naming: Naming): string =>
  selector
    .split(/,(?![^(]*\))/)
    .map((each) => requirementOut(each, naming))
    .join(',');

const TERM = /^([^=!]+)(==|!=|=)(.*)$/s;

/** What an object is about, as events are selected by it. */
const OBJECT = /^(involvedObject|regarding)[.](name|kind|namespace)$/;

interface Selected {
  readonly resource: ResourceType;
  readonly namespace?: string | undefined;
  readonly naming: Naming;
}

/** The value of one field of a field selector. @param kind of the object that events are about, where one is named */
const valueOut = (field: string, value: string, kind: string | undefined, selected: Selected): string => {
  const { resource, namespace, naming } = selected;
  switch (field) {
    case 'metadata.name':
      return naming.object({ kind: resource.kind, group: resource.group, namespace }, value);
    case 'metadata.namespace':
      return naming.namespace(value);
    case 'spec.nodeName':
    case 'status.nominatedNodeName':
      return naming.node(value);
    default: {
      const part = OBJECT.exec(field)?.[2];
      if (part === 'namespace') return naming.namespace(value);
      if (part !== 'name') return value;
      if (kind !== undefined) return naming.object({ kind }, value);
      return naming.hasNode(value) ? naming.node(value) : value;
    }
  }
};

/** A field selector with the names of the server in it. */
export const fieldSelectorOut = (selector: string, selected: Selected): string => {
  const terms = selector.split(/(?<!\\),/);
  const kind = terms
    .map((term) => TERM.exec(term))
    .find((term) => OBJECT.exec(term?.[1] ?? '')?.[2] === 'kind');
  return terms
    .map((term) => {
      const [, field = '', operator = '', value = ''] = TERM.exec(term) ?? [];
      return field === '' ? term : `${field}${operator}${valueOut(field, value, kind?.[3], selected)}`;
    })
    .join(',');
};
