import type { Manifest } from '../../kubernetes/object';
import type { Asked } from '../http/asked';
import { encodeEvent, PROTOBUF } from '../protobuf/protobuf';
import { watchFormOf } from '../tables/form';

/** How objects are shown to a client: as they are, as rows of a table, or as their metadata alone. */
export interface Form {
  /**
   * What two forms of one name make of an object is the same, so that it is written once for all their clients. Without
   * a name it is written for each of them: a table tells how old things are now.
   */
  readonly name?: string;
  show(object: object): object;
  /** How the first object that a client is shown looks, if otherwise: only there a table has its heads. */
  readonly showFirst?: (object: object) => object;
  /** How an event is written; by default as a line of JSON. */
  readonly frame?: (type: string, object: object) => Buffer;
}

export const asItIs: Form = { name: '', show: (object) => object };

/** What is watched in protobuf is of a kind that has a message there. */
const frame = (type: string, object: object): Buffer => encodeEvent(type, object as Manifest);

/** The form that a client wants to watch in. */
export const watchForm = (asked: Asked): Form => {
  const form = shownAs(asked);
  return asked.wanted.mediaType === PROTOBUF ? { ...form, name: `${form.name} in protobuf`, frame } : form;
};

const shownAs = (asked: Asked): Form => {
  const { as } = asked.wanted;
  if (!as) return asItIs;
  const show = watchFormOf(asked);
  return as.kind === 'Table' ? { show } : { name: `${as.kind} ${as.version}`, show };
};
