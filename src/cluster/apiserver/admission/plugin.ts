import type { Kinds } from '../../../kubernetes/kinds/kinds';
import type { KubeObject } from '../../../kubernetes/object';
import type { ResourceType } from '../../../kubernetes/resourceType';
import type { Settings } from '../../../port/settings';
import type { Random } from '../../simulation/random';
import type { Store } from '../registry/store';
import type { Asking } from '../requests/caller';

/** What plug-ins may look at besides the object. */
export interface AdmissionContext {
  readonly store: Store;
  /** What is served. */
  readonly kinds: Kinds;
  readonly settings: Settings;
  readonly random: Random;
  /** Model time in ms. */
  readonly now: () => number;
}

/** The requests that plug-ins are asked about. Writes of the status alone are not among them. */
export type Operation = 'create' | 'update';

/** `mutating`: before validation. `last`: after it, right before the object is stored. */
export type Phase = 'mutating' | 'last';

/** A rule of the cluster about objects of some kinds, whoever sends them. */
export interface AdmissionPlugin<T extends KubeObject = KubeObject> {
  /** The kinds it is about: some, or all that are in namespaces. */
  readonly kinds: readonly Pick<ResourceType, 'apiVersion' | 'plural'>[] | 'namespaced';
  readonly operations: readonly Operation[];
  readonly phase: Phase;
  /**
   * Completes an object, or refuses it by throwing an ApiError. Nobody else has seen a new object yet: it may be
   * completed in place. An update may share parts with what is stored: it is completed in a copy.
   * @param name what refusals may call the object: empty until a generated name is final
   * @param current what an update would change
   * @returns the object, or another in its place
   */
  admit(object: T, name: string, asking: Asking, current?: T): T;
  /**
   * Whether it has written something into a new object by which one that was valid may not be any more. Left out: it
   * never does.
   */
  mayHaveSpoilt?(object: T): boolean;
}

/** Makes a plug-in for one cluster. */
export type PluginFactory = (context: AdmissionContext) => AdmissionPlugin;

/**
 * What refusals call an object whose name may not be final: its name or, while there is none, what it will begin with.
 * @see k8s.io/apiserver/pkg/admission extractResourceName
 */
export const calledNow = ({ metadata }: KubeObject, name: string): string =>
  name || metadata.generateName || 'Unknown';
