import type { Manifest } from '../../kubernetes/object';
import type { Asked } from '../http/asked';
import { encodeEvent, PROTOBUF } from '../protobuf/protobuf';
import { watchFormOf } from '../tables/form';
import { asItIs, type Form } from './form';

/** What is watched in protobuf is of a kind that has a message there. */
const frame = (type: string, object: object): Buffer => encodeEvent(type, object as Manifest);

const shownAs = (asked: Asked): Form => {
  const { as } = asked.wanted;
  if (!as) return asItIs;
  const show = watchFormOf(asked);
  return as.kind === 'Table' ? { show } : { name: `${as.kind} ${as.version}`, show };
};

/** The form that a client wants to watch in. */
export const watchForm = (asked: Asked): Form => {
  const form = shownAs(asked);
  return asked.wanted.mediaType === PROTOBUF ? { ...form, name: `${form.name} in protobuf`, frame } : form;
};
