import type { ResourceType } from '../../resourceType';
import { defineKind, type Kind } from '../kind';
import { rulesBySchema } from './rules';

/** A kind that has no room of its own: what its schema says of it, and what tables tell of many kinds. */
export const kindBySchema = (type: ResourceType): Kind => defineKind({ ...type, ...rulesBySchema(type) });
