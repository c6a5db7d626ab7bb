import type { NewObject } from '../component/client';
import data from './flowControl.data.json';

const APIS = 'flowcontrol.apiserver.k8s.io/v1';
const ANNOTATIONS = { 'apf.kubernetes.io/autoupdate-spec': 'true' };

/**
 * How an API server ranks requests, as a table of 1.36. Nobody here waits for another, so that they say it is all.
 * @see k8s.io/apiserver/pkg/apis/flowcontrol/bootstrap
 */
export const flowControl = (): readonly NewObject[] => {
  const made = (kind: string, specs: object): readonly NewObject[] =>
    Object.entries(specs).map(([name, spec]) => ({
      apiVersion: APIS,
      kind,
      metadata: { name, annotations: ANNOTATIONS },
      spec: spec as unknown,
    }));
  return [...made('PriorityLevelConfiguration', data.levels), ...made('FlowSchema', data.schemas)];
};
