import type { Event } from '../../../kubernetes/kinds/event/event';
import type { Pod } from '../../../kubernetes/kinds/pod/pod';
import type { ResourceType } from '../../../kubernetes/kinds/resources';
import type { KubeObject } from '../../../kubernetes/object';
import { badRequest } from '../../../kubernetes/refusals';

type Field = (object: KubeObject) => string;

const common: Readonly<Record<string, Field>> = {
  'metadata.name': (object) => object.metadata.name,
  'metadata.namespace': (object) => object.metadata.namespace ?? '',
};

const byKind: Readonly<Record<string, Readonly<Record<string, Field>>>> = {
  Pod: {
    'spec.nodeName': (pod) => (pod as Pod).spec.nodeName ?? '',
    'spec.restartPolicy': (pod) => (pod as Pod).spec.restartPolicy ?? '',
    'spec.schedulerName': (pod) => (pod as Pod).spec.schedulerName ?? '',
    'spec.serviceAccountName': (pod) => (pod as Pod).spec.serviceAccountName ?? '',
    'status.phase': (pod) => (pod as Pod).status.phase ?? '',
  },
  Event: {
    'involvedObject.kind': (event) => (event as Event).involvedObject.kind ?? '',
    'involvedObject.name': (event) => (event as Event).involvedObject.name ?? '',
    'involvedObject.namespace': (event) => (event as Event).involvedObject.namespace ?? '',
    'involvedObject.uid': (event) => (event as Event).involvedObject.uid ?? '',
    reason: (event) => (event as Event).reason,
    type: (event) => (event as Event).type,
  },
};

/** Compiles `field=value,field!=value` for a kind. @throws ApiError for a field that cannot be selected by */
export const compileFieldSelector = (
  resource: ResourceType,
  text: string,
): ((object: KubeObject) => boolean) => {
  const fields = { ...common, ...byKind[resource.kind] };
  const checks = text
    .split(',')
    .filter((part) => part.trim() !== '')
    .map((part) => {
      const match = /^\s*([^=!]+?)\s*(!=|==?)\s*(.*?)\s*$/.exec(part);
      if (!match)
        throw badRequest(`invalid field selector: invalid selector: '${part}'; can't understand '${part}'`);
      const [, name = '', operator, value] = match;
      const field = fields[name];
      if (!field) throw badRequest(`field label not supported: ${name}`);
      return (object: KubeObject) => (field(object) === value) === (operator !== '!=');
    });
  return (object) => checks.every((check) => check(object));
};
