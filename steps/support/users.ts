import type { KubeObject } from '../../src/kubernetes/object';
import type { Change } from '../../src/timeline/change';
import { nearestOf } from './nearest';

interface Binding extends KubeObject {
  readonly subjects?: readonly { readonly kind: string; readonly name: string }[];
}

/** Users whose names begin so are the cluster's own. */
const SYSTEM = 'system:';

const namesIn = ({ kind, ...rest }: KubeObject): readonly string[] =>
  kind === 'RoleBinding' || kind === 'ClusterRoleBinding'
    ? ((rest as Partial<Binding>).subjects ?? [])
        .filter((each) => each.kind === 'User')
        .map(({ name }) => name)
    : [];

/** The people of an example. The API knows no users: who has no role must be introduced, or may be misspelt. */
export class Users {
  readonly #introduced = new Set<string>();

  introduce(name: string): void {
    this.#introduced.add(name);
  }

  /** @throws if the example knows no such user, with the nearest that it knows */
  check(name: string, changes: readonly Change[]): void {
    if (name.startsWith(SYSTEM) || this.#introduced.has(name)) return;
    const known = new Set([...this.#introduced, ...changes.flatMap(({ object }) => namesIn(object))]);
    if (known.has(name)) return;
    const isSet = changes.some(({ object }) => object.kind === 'DaemonSet' && object.metadata.name === name);
    if (isSet)
      throw new Error(
        `"${name}" is a daemon set: it runs pods, and no commands. ` +
          `To say what its pods run, write: all pods of "${name}" run version "v2"`,
      );
    throw new Error(
      `Nobody is called "${name}". ${nearestOf(name, known)} Who has no role is introduced: Given the user "${name}"`,
    );
  }
}
