import type { KubeObject } from '../kubernetes/object';

/** Something that is stored and checked, and that nobody in the cluster acts on. */
export interface Gap {
  /** Where it is written: `spec.template.spec.hostUsers`; or a kind, `Deployment`. */
  readonly what: string;
  /** What that means, in a sentence. */
  readonly why: string;
  /** What is written could come out differently on a real cluster. */
  readonly matters: boolean;
}

/** What a cluster that is a model leaves out. */
export interface Gaps {
  /** All of it; fields as they are written in pods, where templates have them, too: `spec.hostUsers`. */
  readonly all: readonly Gap[];
  /** What of it matters for an object, each place once. Pods are looked at only if nobody made them from a template. */
  of(object: KubeObject): readonly Gap[];
}
