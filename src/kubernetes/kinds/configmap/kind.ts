import { defineKind } from '../kind';
import type { ConfigMap } from './configMap';
import { validateConfigMap, validateConfigMapUpdate } from './validation';

/** Config maps: settings for pods to read. */
export const configmaps = defineKind<ConfigMap>({
  apiVersion: 'v1',
  kind: 'ConfigMap',
  plural: 'configmaps',
  shortNames: ['cm'],
  namespaced: true,
  validateCreate: validateConfigMap,
  validateUpdate: validateConfigMapUpdate,
});
