import type { KubeObject } from '../../object';
import { defineKind, type Kind } from '../kind';
import { customKindsOf } from './definition/customKinds';
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

/**
 * The kind that a definition makes an API server serve: that of the version its objects are stored in. Its other
 * versions are not served here, as nothing converts between versions.
 */
export const kindDefinedBy = (definition: CustomResourceDefinition): Kind | undefined => {
  const stored = customKindsOf(definition).find(({ isStored }) => isStored);
  return stored && defineKind({ ...stored, ...rulesOfCustomKind(stored), prepareForStatusUpdate });
};
