import type { ResourceType } from '../../../kubernetes/resourceType';
import type { Selection } from './pages';

/** Everything that a run makes has this label. */
const RUN = 'rollcall.dev/run';

/** Of Secrets only those of runs are asked for: the server never sends those of others. */
export const selectionOf = ({ group, plural }: ResourceType): Selection =>
  group === '' && plural === 'secrets' ? { labelSelector: RUN } : {};
