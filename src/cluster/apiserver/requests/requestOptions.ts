import type { Leniency } from '../../../kubernetes/wire/schema/decode';
import type { WriteOptions } from '../../../port/api';

/** How a write is carried out that came as a text: whoever read it may have found more than there is in the object. */
export interface RequestOptions extends WriteOptions, Pick<Leniency, 'strictProblems'> {
  /** Called if an update made a new object, which is another code of HTTP. */
  onCreated?(): void;
}
