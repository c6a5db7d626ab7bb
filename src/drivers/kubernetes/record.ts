import type { KubeObject } from '../../kubernetes/object';
import { Timeline } from '../../timeline/timeline';
import type { Lens } from './lens/lens';
import type { Heard } from './watching/heard';
import { byVersion } from './watching/versions';

/** The timeline of an example: what is heard of the cluster, as the example knows it. */
export class Record {
  readonly timeline = new Timeline();
  readonly #lens: Pick<Lens, 'objectIn'>;
  /** The objects that there are. */
  readonly #known = new Set<string>();

  constructor(lens: Pick<Lens, 'objectIn'>) {
    this.#lens = lens;
  }

  /** What there is when the example begins. */
  begin(objects: readonly KubeObject[], at: number): void {
    const sorted = [...objects].sort((a, b) =>
      byVersion(a.metadata.resourceVersion, b.metadata.resourceVersion),
    );
    for (const object of sorted) this.#record('ADDED', object, at);
  }

  hear({ type, object }: Heard, at: number): void {
    this.#record(type, object, at);
  }

  #record(type: Heard['type'], object: KubeObject, at: number): void {
    const seen = this.#lens.objectIn(object);
    const { uid } = object.metadata;
    const isKnown = this.#known.has(uid);
    if (!seen) return;
    if (type === 'DELETED') {
      if (isKnown) this.timeline.record({ at, type, object: seen });
      this.#known.delete(uid);
      return;
    }
    this.#known.add(uid);
    // What becomes the example's own is new to it.
    this.timeline.record({ at, type: isKnown ? 'MODIFIED' : 'ADDED', object: seen });
  }
}
