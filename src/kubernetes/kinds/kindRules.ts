import type { KubeObject } from '../object';
import type { FieldCause } from '../refusals';

/** What an API server does with the objects of a kind, beside what it does with all. Rules are pure. */
export interface KindRules {
  readonly hasStatus: boolean;
  readonly countsGenerations: boolean;
  /** Fills in what the API server fills in when it reads an object, before admission. */
  defaults(object: KubeObject): KubeObject;
  /**
   * Readies a new object, with its metadata complete but for the revision: its status is emptied, the first
   * generation begins.
   */
  prepareForCreate(object: KubeObject): KubeObject;
  /** Readies an update: the status stays as it was, the generation moves when what it counts has changed. */
  prepareForUpdate(next: KubeObject, current: KubeObject): KubeObject;
  /** What is wrong with a new object, defaulted and named. */
  validateCreate(object: KubeObject): readonly FieldCause[];
  /** What is wrong with what an update makes of an object. */
  validateUpdate(next: KubeObject, current: KubeObject): readonly FieldCause[];
  /** What is wrong with a write of the status alone. */
  validateStatusUpdate(next: KubeObject, current: KubeObject): readonly FieldCause[];
}
