import { defineKind, type Kind } from '../kind';
import { customKindsOf } from './definition/customKinds';
import type { CustomResourceDefinition } from './definition/definition';
import { rulesOfCustomKind } from './rules';

/**
 * The kind that a definition makes an API server serve: that of the version its objects are stored in. Its other
 * versions are not served here, as nothing converts between versions.
 */
export const kindDefinedBy = (definition: CustomResourceDefinition): Kind | undefined => {
  const stored = customKindsOf(definition).find(({ isStored }) => isStored);
  return stored && defineKind({ ...stored, ...rulesOfCustomKind(stored) });
};
