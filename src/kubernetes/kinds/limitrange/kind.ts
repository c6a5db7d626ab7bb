import { kindBySchema } from '../bySchema/kind';
import type { Kind } from '../kind';
import { servedKind } from '../served';
import type { LimitRange } from './limitRange';

/**
 * Limit ranges.
 * @see bySchema/defaults/core.ts and bySchema/rules/limits.ts for what the schema does not say
 */
export const limitranges = kindBySchema(servedKind('v1', 'LimitRange')) as Kind<LimitRange>;
