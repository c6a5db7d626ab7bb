import type { Part } from '../../fields/fill';
import type { KubeObject, ObjectMeta } from '../../object';
import type { ResourceType } from '../../resourceType';
import { conversionOf } from '../conversions';
import { defineKind, type Kind } from '../kind';
import { factsOf } from './facts';
import { rulesBySchema } from './rules';
import { warningsOfKind } from './warnings';

const part = (object: KubeObject): Part => object as unknown as Part;

/** A write of the status that leaves alone the spec, and this of the metadata. */
const statusKeeping =
  (fields: readonly (keyof ObjectMeta)[]) =>
  (sent: KubeObject, current: KubeObject): KubeObject => {
    const kept = Object.fromEntries(fields.map((field) => [field, current.metadata[field]]));
    const { status } = part(sent);
    return { ...current, metadata: { ...sent.metadata, ...kept }, ...{ status } };
  };

/** A kind that has no room of its own: what its schema says of it, and what tables tell of many kinds. */
export const kindBySchema = (type: ResourceType): Kind => {
  const warn = warningsOfKind(type);
  const kept = factsOf(type).keptByStatus;
  return defineKind({
    ...type,
    ...rulesBySchema(type),
    conversion: conversionOf(type),
    ...(kept ? { prepareForStatusUpdate: statusKeeping(kept) } : {}),
    ...(warn
      ? {
          warnings: (object: KubeObject, current?: KubeObject) =>
            warn(part(object), current && part(current)),
        }
      : {}),
  });
};
