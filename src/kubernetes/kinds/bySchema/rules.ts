import { deepEqual } from '../../fields/equality';
import type { Part } from '../../fields/fill';
import { pathSegment } from '../../fields/validation/formats';
import { validateMetadata, validateMetadataUpdate } from '../../fields/validation/metadata';
import type { KubeObject } from '../../object';
import type { FieldCause } from '../../refusals';
import type { ResourceType } from '../../resourceType';
import { defaultsBySchema, type TypeDefaults } from '../../wire/schema/defaults';
import { type Definition, definitionOf } from '../../wire/schema/schema';
import type { KindRules } from '../kindRules';
import { hasStatusSubresource } from '../served';
import { checkByType } from './check';
import { coreDefaults } from './defaults/core';
import { otherDefaults } from './defaults/others';
import { workloadDefaults } from './defaults/workloads';
import { type Facts, factsOf, nameFormat } from './facts';
import { admissionRules } from './rules/admission';
import { autoscalingRules } from './rules/autoscaling';
import { networkingRules } from './rules/networking';
import { networkPolicyRules } from './rules/networkPolicies';
import { otherRules } from './rules/others';
import type { TypeRules } from './rules/rule';
import { serviceRules } from './rules/services';
import { volumeRules } from './rules/volumes';
import { workloadRules } from './rules/workloads';
import { updateRules } from './updates';

const DEFAULTS: TypeDefaults = { ...coreDefaults, ...workloadDefaults, ...otherDefaults };

const RULES: TypeRules = {
  ...workloadRules,
  ...serviceRules,
  ...volumeRules,
  ...networkingRules,
  ...networkPolicyRules,
  ...autoscalingRules,
  ...admissionRules,
  ...otherRules,
};

const part = (object: KubeObject): Part => object as unknown as Part;
const whole = (object: Part): KubeObject => object as unknown as KubeObject;

const withGeneration = (object: KubeObject, generation: number | undefined): KubeObject =>
  object.metadata.generation === generation
    ? object
    : { ...object, metadata: { ...object.metadata, generation } };

/** Names are checked by the rule of the kind, and where that says nothing, for what a path cannot hold. */
const validateNamed = (object: KubeObject, namespaced: boolean, about: Facts): FieldCause[] => {
  const format = nameFormat(about, part(object));
  return validateMetadata(object.metadata, {
    namespaced,
    anyFinalizer: about.anyFinalizer,
    name: (text) => {
      const problems = format(text);
      return problems.length > 0 ? problems : pathSegment(text);
    },
  });
};

/**
 * The rules of a kind that Kubernetes serves and that has no room of its own.
 *
 * They refuse what the API server refuses for want of something, for a word it does not know, or for a form that it
 * does not take, as far as this is written down; they refuse nothing that it takes. Nobody gives out cluster IPs and
 * node ports, nobody signs certificates, and expressions (CEL) are not read.
 *
 * @throws Error for a kind without a schema
 */
export const rulesBySchema = (kind: ResourceType): KindRules => {
  const definition: Definition | undefined = definitionOf(kind);
  if (!definition) throw new Error(`no schema of ${kind.apiVersion} ${kind.kind}`);
  const about = factsOf(kind);
  const { counted } = about;
  const hasStatus = hasStatusSubresource(kind);
  const defaults = (object: KubeObject): KubeObject =>
    whole(defaultsBySchema(part(object), definition, DEFAULTS));
  const check = (object: KubeObject): readonly FieldCause[] =>
    checkByType(part(object), definition, RULES, '');
  const changes = updateRules[`${kind.apiVersion} ${kind.kind}`] ?? [];
  return {
    hasStatus,
    countsGenerations: counted !== undefined,
    selectableFields: about.selectable ?? {},
    defaults,
    prepareForCreate: (object) => {
      const fresh = hasStatus ? { ...part(object), status: {} } : part(object);
      const prepared = defaults(whole(about.prepareForCreate?.(fresh) ?? fresh));
      return counted ? withGeneration(prepared, 1) : prepared;
    },
    prepareForUpdate: (next, current) => {
      const kept = hasStatus ? { ...part(next), status: part(current).status } : part(next);
      const prepared = whole(about.prepareForUpdate?.(kept, part(current)) ?? kept);
      if (!counted) return prepared;
      const generation = current.metadata.generation ?? 1;
      const same = deepEqual(counted(part(prepared)), counted(part(current)));
      return withGeneration(prepared, same ? generation : generation + 1);
    },
    validateCreate: (object) => [...validateNamed(object, kind.namespaced, about), ...check(object)],
    validateUpdate: (next, current) => [
      ...validateMetadataUpdate(next.metadata, current.metadata, about),
      ...check(next),
      ...changes.flatMap((rule) => rule(part(next), part(current))),
    ],
    validateStatusUpdate: (next, current) => validateMetadataUpdate(next.metadata, current.metadata, about),
  };
};
