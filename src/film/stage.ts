import { controllerOf } from '../kubernetes/fields/meta';
import type { ControllerRevision } from '../kubernetes/kinds/controllerrevision/controllerRevision';
import type { KubeObject } from '../kubernetes/object';
import type { Change } from '../timeline/change';
import { type Delta, deltaOf } from './deltas';
import { type Kind, NODE, POD, rowOf, SET } from './kinds';
import { Revisions } from './revisions';
import { NOT_READY, PENDING, type Row, STATE_OF_POD, sameCell } from './rows';

/** One thing on the stage. */
interface Actor {
  readonly kind: Kind;
  object: KubeObject;
  /** What it looks like now; undefined once it has gone. */
  now: Row | undefined;
  /** What the last picture showed of it; undefined if nothing. */
  shown: Row | undefined;
  /** How many of its kind were pictured before it was; undefined until it is. */
  place: number | undefined;
}

const kinds: ReadonlyMap<string, Kind> = new Map<string, Kind>([
  ['Node', NODE],
  ['Pod', POD],
  ['DaemonSet', SET],
]);

/** What there is to be pictured, kept up to date change by change: each touches what it is about, and nothing else. */
export class Stage {
  readonly #actors = new Map<string, Actor>();
  readonly #touched = new Set<Actor>();
  readonly #revisions = new Revisions();
  /** How many were pictured, of each kind. */
  readonly #seen: Record<Kind, number> = { [NODE]: 0, [POD]: 0, [SET]: 0 };

  /**
   * Takes a change in.
   * @param show called first if what happened since the last picture would never be seen: see `isEclipsed`
   */
  observe({ type, object }: Change, show: () => void): void {
    const kind = kinds.get(object.kind);
    if (kind === undefined) {
      if (object.kind === 'ControllerRevision' && type !== 'DELETED')
        this.#renumber(this.#revisions.learn(object as ControllerRevision));
      return;
    }
    const { uid } = object.metadata;
    const known = this.#actors.get(uid);
    if (type === 'DELETED') {
      this.#actors.delete(uid);
      if (known) this.#alter(known, undefined, show);
      return;
    }
    const row = rowOf(kind, object, this.#revisions);
    if (known) {
      known.object = object;
      this.#alter(known, row, show);
      return;
    }
    if (this.#isSuccessor(kind, row)) show();
    const actor: Actor = { kind, object, now: row, shown: undefined, place: undefined };
    this.#actors.set(uid, actor);
    this.#touched.add(actor);
  }

  /** What is different from the last picture. From now on, this is the last picture. */
  takeDeltas(): readonly Delta[] {
    const deltas: Delta[] = [];
    for (const actor of this.#touched) {
      const { kind, now, shown } = actor;
      actor.shown = now;
      if (sameRow(now, shown)) continue;
      actor.place ??= this.#seen[kind]++;
      deltas.push(deltaOf(kind, { place: actor.place, now, shown }));
    }
    this.#touched.clear();
    return deltas;
  }

  #alter(actor: Actor, row: Row | undefined, show: () => void): void {
    if (sameRow(actor.now, row)) return;
    if (this.#touched.has(actor) && isEclipsed(actor, row)) show();
    actor.now = row;
    this.#touched.add(actor);
  }

  /** Revisions of the set with this uid have other numbers than before. */
  #renumber(owner: string | undefined): void {
    if (owner === undefined) return;
    for (const [uid, actor] of this.#actors) {
      const isOfSet = actor.kind === POD ? controllerOf(actor.object)?.uid === owner : uid === owner;
      if (!isOfSet) continue;
      actor.now = rowOf(actor.kind, actor.object, this.#revisions);
      this.#touched.add(actor);
    }
  }

  /** True if something of that name has gone since the last picture: whoever sees both at once would see one thing. */
  #isSuccessor(kind: Kind, [name, project]: Row): boolean {
    for (const each of this.#touched) {
      const { now, shown } = each;
      if (now || !shown || each.kind !== kind || shown[0] !== name) continue;
      if (kind === NODE || shown[1] === project) return true;
    }
    return false;
  }
}

/**
 * True if a change hides what no picture has shown yet: something that came goes again, or a pod leaves a state that it only
 * just has. On its way up to ready, a pod passes through states that are no news.
 */
const isEclipsed = ({ kind, now, shown }: Actor, next: Row | undefined): boolean => {
  if (!next && !shown) return true;
  if (kind !== POD) return false;
  const [before, state, after] = [shown, now, next].map((row) => row?.[STATE_OF_POD] ?? PENDING);
  const isOnItsWayUp = state === PENDING || (state === NOT_READY && before === PENDING && next !== undefined);
  return !isOnItsWayUp && state !== before && state !== after;
};

const sameRow = (a: Row | undefined, b: Row | undefined): boolean =>
  a === b || (a !== undefined && b !== undefined && a.every((cell, index) => sameCell(cell, b[index])));
