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
