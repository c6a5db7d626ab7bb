import type { KubeObject } from '../../object';
import type { ResourceType } from '../../resourceType';
import { jsonWords } from '../../wire/schema/words';
import type { Conversion } from '../conversion';
import { defineKind, type Kind } from '../kind';
import { type CustomKind, customKindsOf } from './definition/customKinds';
import type { CustomResourceDefinition } from './definition/definition';
import { rulesOfCustomKind } from './rules';

/**
 * The status, and nothing of the metadata, unlike with the kinds of Kubernetes' own.
 * @see k8s.io/apiextensions-apiserver/pkg/registry/customresource statusStrategy.PrepareForUpdate
 */
const prepareForStatusUpdate = (sent: KubeObject, current: KubeObject): KubeObject => {
  const { status } = sent as KubeObject & { readonly status?: unknown };
  return { ...current, ...{ status } };
};

const kindOf = (custom: CustomKind, conversion?: Conversion): Kind =>
  defineKind({
    ...custom,
    ...rulesOfCustomKind(custom),
    prepareForStatusUpdate,
    ...(conversion ? { conversion } : {}),
  });

/**
 * Nothing but the name of the version is converted. What the schema of a version does not know is not shown there.
 * @see k8s.io/apiextensions-apiserver/pkg/apiserver/conversion nopConverter
 */
const conversionOf = ({ apiVersion, schema }: CustomKind, home: CustomKind): Conversion => {
  const { read, defaults } = rulesOfCustomKind({ ...home, schema });
  return {
    storedAs: { apiVersion: home.apiVersion, kind: home.kind },
    toStored: (object) => ({ ...object, apiVersion: home.apiVersion }),
    fromStored: (object) => {
      const renamed = { ...object, apiVersion };
      const reading = read(renamed, jsonWords);
      return 'error' in reading ? renamed : defaults(reading.value);
    },
  };
};

/**
 * The kinds that a definition makes an API server serve, one for each version: first the one that objects are kept in, then
 * those that are converted to and from it.
 * @param isHome whether objects are kept in a version already; otherwise it is the one that the definition says
 */
export const kindsDefinedBy = (
  definition: CustomResourceDefinition,
  isHome: (kind: ResourceType) => boolean = () => false,
): readonly Kind[] => {
  const all = customKindsOf(definition);
  const home = all.find(isHome) ?? all.find(({ isStored }) => isStored) ?? all[0];
  if (!home) return [];
  const others = all.filter((each) => each !== home);
  return [kindOf(home), ...others.map((each) => kindOf(each, conversionOf(each, home)))];
};
