/** The rooms that act on what is written. */
export type Actor = 'API server' | 'admission' | 'controllers' | 'scheduler' | 'kubelet';

/** When somebody who writes something has to know that it is left out: always, or if the pod is no daemon pod. */
type Concern = 'always' | 'ordinary pods';

/** What the model makes of a field, or of a kind. */
export interface Treatment {
  /** Who acts on it, with all that is in it. */
  readonly by?: Actor;
  /** Its type: each of the fields there has a treatment of its own. */
  readonly within?: string;
  /** What is left out, in a sentence. */
  readonly idle?: string;
  /** Who leaves it out of account may be wrong about a real cluster; undefined if not. */
  readonly matters?: Concern;
  /** Only such values are left out; all by default. */
  readonly when?: (value: unknown) => boolean;
}

/** The treatments of the fields of a type. */
export type Fields = Readonly<Record<string, Treatment>>;

export const by = (actor: Actor): Treatment => ({ by: actor });

export const within = (type: string): Treatment => ({ within: type });

/** Left out, and nothing that the model tells depends on it. */
export const harmless = (idle: string): Treatment => ({ idle });

/** Left out, and a real cluster may do something else because of it. */
export const missing = (idle: string, rest: Omit<Treatment, 'idle'> = {}): Treatment => ({
  idle,
  matters: 'always',
  ...rest,
});
