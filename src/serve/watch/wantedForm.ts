import type { Asked } from '../http/asked';
import { watchFormOf } from '../tables/form';
import { asItIs, type Form } from './form';

/** The form that a client wants to watch in. */
export const watchForm = (asked: Asked): Form => {
  const { as } = asked.wanted;
  if (!as) return asItIs;
  const show = watchFormOf(asked);
  return as.kind === 'Table' ? { show } : { name: `${as.kind} ${as.version}`, show };
};
