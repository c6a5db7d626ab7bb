import { defineKind, type Kind } from '../kind';
import { type CustomKind, customKindsOf } from './definition/customKinds';
import type { CustomResourceDefinition } from './definition/definition';
import { rulesOfCustomKind } from './rules';

const kindOf = (type: CustomKind): Kind => {
  const { apiVersion, kind, plural, singular, shortNames, categories, namespaced, verbs, subresources } =
    type;
  return defineKind({
    apiVersion,
    kind,
    plural,
    singular,
    shortNames,
    categories,
    namespaced,
    verbs,
    subresources,
    printerColumns: type.printerColumns,
    ...rulesOfCustomKind(type),
  });
};

/**
 * The kind that a definition makes an API server serve: that of the version its objects are stored in. Its other
 * versions are not served here, as nothing converts between versions.
 */
export const kindDefinedBy = (definition: CustomResourceDefinition): Kind | undefined =>
  customKindsOf(definition)
    .filter(({ isStored }) => isStored)
    .map(kindOf)[0];
