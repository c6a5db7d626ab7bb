import type { KubeObject } from '../../object';
import type { ResourceType } from '../../resourceType';
import type { ShownEvent } from './events';

/** All objects of a kind that a query finds. Selectors are in kubectl's notation. */
export interface Several<T extends KubeObject = KubeObject> {
  readonly resource: ResourceType<T>;
  readonly namespace?: string;
  readonly labelSelector?: string;
  readonly fieldSelector?: string;
}

/** One object. */
export interface Single<T extends KubeObject = KubeObject> {
  readonly resource: ResourceType<T>;
  readonly namespace?: string;
  readonly name: string;
}

/** What is to be fetched for a description beside the object it describes. */
export type Needs = Readonly<Record<string, Several | Single>>;

/** What came of it. Lists may be empty, and single objects missing: not there, or not for the reader's eyes. */
export type Found<N extends Needs> = {
  readonly [K in keyof N]: N[K] extends Single<infer T>
    ? T | undefined
    : N[K] extends Several<infer T>
      ? readonly T[]
      : never;
};

/** What every description may look at. */
export interface Circumstances {
  /** What happened to the object; undefined if the reader does not want to see it. */
  readonly events: readonly ShownEvent[] | undefined;
  /** Model time in ms. */
  readonly now: number;
}

/** How `kubectl describe` describes the objects of a kind. */
export interface Description<T extends KubeObject = KubeObject> {
  /**
   * How to find the events that are shown: by the object's uid, or by its name alone, where components do not know
   * its uid. None are shown if undefined.
   */
  readonly eventsBy: 'uid' | 'name' | undefined;
  needs(object: T): Needs;
  text(object: T, found: Readonly<Record<string, unknown>>, circumstances: Circumstances): string;
}

const nothing = (): Needs => ({});

/** Defines a description whose `text` gets what it needs typed as it declares it. */
export const defineDescription = <T extends KubeObject, const N extends Needs = Needs>(definition: {
  readonly eventsBy?: 'uid' | 'name';
  needs?(object: T): N;
  text(object: T, found: Found<N>, circumstances: Circumstances): string;
}): Description<T> => ({
  eventsBy: definition.eventsBy,
  needs: definition.needs ?? nothing,
  text: (object, found, circumstances) => definition.text(object, found as Found<N>, circumstances),
});
