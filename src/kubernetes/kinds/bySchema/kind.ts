import type { Part } from '../../fields/fill';
import type { KubeObject } from '../../object';
import type { ResourceType } from '../../resourceType';
import { conversionOf } from '../conversions';
import { defineKind, type Kind } from '../kind';
import { rulesBySchema } from './rules';
import { warningsOfKind } from './warnings';

const part = (object: KubeObject): Part => object as unknown as Part;

/** A kind that has no room of its own: what its schema says of it, and what tables tell of many kinds. */
export const kindBySchema = (type: ResourceType): Kind => {
  const warn = warningsOfKind(type);
  return defineKind({
    ...type,
    ...rulesBySchema(type),
    conversion: conversionOf(type),
    ...(warn
      ? {
          warnings: (object: KubeObject, current?: KubeObject) =>
            warn(part(object), current && part(current)),
        }
      : {}),
  });
};
