import { deepEqual } from '../kubernetes/fields/equality';
import { controllerOf } from '../kubernetes/fields/meta';
import type { ControllerRevision } from '../kubernetes/kinds/controllerrevision/controllerRevision';
import type { DaemonSet } from '../kubernetes/kinds/daemonset/daemonSet';
import { revisionHashOf } from '../kubernetes/kinds/daemonset/revisionLabels';
import type { Pod } from '../kubernetes/kinds/pod/pod';

interface Known {
  readonly number: number;
  readonly data: unknown;
  readonly template: unknown;
}

/** Everything but the mark that says how a patch is to be applied. */
const templateIn = ({ data }: ControllerRevision): unknown => {
  const patch = data as { readonly spec?: { readonly template?: Readonly<Record<string, unknown>> } } | null;
  const { $patch: _, ...template } = patch?.spec?.template ?? {};
  return template;
};

/**
 * The numbers of revisions. They are those of Kubernetes: a template that comes back gets a new number, and then its pods
 * have that, too. A revision that is forgotten keeps its number as long as anybody carries its hash.
 * @see pkg/controller/daemon/update.go constructHistory
 */
export class Revisions {
  /** By the uid of the daemon set, and by hash. */
  readonly #known = new Map<string, Map<string, Known>>();

  /** Takes a revision in, or its new state. @returns the uid of the set that has others now; undefined if none has */
  learn(revision: ControllerRevision): string | undefined {
    const owner = controllerOf(revision)?.uid;
    const hash = revisionHashOf(revision);
    if (owner === undefined || hash === undefined) return undefined;
    let ofSet = this.#known.get(owner);
    const { revision: number, data } = revision;
    const known = ofSet?.get(hash);
    if (known?.number === number && known.data === data) return undefined;
    if (!ofSet) {
      ofSet = new Map();
      this.#known.set(owner, ofSet);
    }
    ofSet.set(hash, { number, data, template: templateIn(revision) });
    return owner;
  }

  /** The revision that a pod was made from. */
  ofPod(pod: Pod): number | undefined {
    const ofSet = this.#known.get(controllerOf(pod)?.uid ?? '');
    return ofSet?.get(revisionHashOf(pod) ?? '')?.number;
  }

  /** The revision that the template of a daemon set is now; undefined until the controller has made one of it. */
  ofSet({ metadata, spec }: DaemonSet): number | undefined {
    let number: number | undefined;
    for (const known of this.#known.get(metadata.uid)?.values() ?? [])
      if ((number === undefined || known.number > number) && deepEqual(known.template, spec.template))
        number = known.number;
    return number;
  }
}
