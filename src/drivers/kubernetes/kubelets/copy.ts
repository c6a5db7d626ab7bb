import type { KubeObject } from '../../../kubernetes/object';
import type { ResourceType } from '../../../kubernetes/resourceType';
import { appliedTo, type Write } from './write';

/** What became of a write. */
export type Outcome =
  | { readonly kind: 'stored'; readonly object: KubeObject }
  /** There is no such object, or none any more: nothing is left to do. */
  | { readonly kind: 'gone' }
  | { readonly kind: 'refused'; readonly error: Error };

/** A write that has not been answered yet, and who waits for that. */
export interface Pending {
  readonly write: Write;
  readonly done: (outcome: Outcome) => void;
}

/** What a watch tells of an object. */
export interface Telling {
  readonly type: 'ADDED' | 'MODIFIED' | 'DELETED';
  readonly object: KubeObject;
}

/**
 * One object: as the server had it last, as far as is known, and what has been written since. What a watch tells waits as
 * long as a write is on its way.
 */
export class Copy {
  readonly resource: ResourceType;
  readonly namespace: string | undefined;
  readonly name: string;
  /** Undefined as long as it has not been created. */
  server: KubeObject | undefined;
  readonly pending: Pending[] = [];
  readonly told: Telling[] = [];

  constructor(resource: ResourceType, namespace: string | undefined, name: string, server?: KubeObject) {
    this.resource = resource;
    this.namespace = namespace;
    this.name = name;
    this.server = server;
  }

  get isBusy(): boolean {
    return this.pending.length > 0;
  }

  /** The object with all that has been written; undefined if nobody has created it. */
  get object(): KubeObject | undefined {
    let object = this.server;
    for (const { write } of this.pending) {
      if (object) object = appliedTo(write, object);
      else if (write.kind === 'create') object = write.object;
    }
    return object;
  }
}

/** Whether one version of an object is newer than another. Versions are numbers, too long for arithmetic maybe. */
export const isNewer = ({ metadata: { resourceVersion: a } }: KubeObject, than: KubeObject): boolean => {
  const { resourceVersion: b } = than.metadata;
  return a.length === b.length ? a > b : a.length > b.length;
};
