import { kindBySchema } from '../bySchema/kind';
import type { Kind } from '../kind';
import { servedKind } from '../served';
import type { RuntimeClass } from './runtimeClass';

/** Runtime classes. Their schema says all that there is to say of them; admission reads them. */
export const runtimeclasses = kindBySchema(
  servedKind('node.k8s.io/v1', 'RuntimeClass'),
) as Kind<RuntimeClass>;
