import type { Quantities } from '../../../../kubernetes/fields/amounts';
import type { Draft } from '../../../../kubernetes/fields/copies';
import type { LimitRange } from '../../../../kubernetes/kinds/limitrange/limitRange';
import type { Container, Pod, PodSpec } from '../../../../kubernetes/kinds/pod/pod';
import { resources } from '../../../../kubernetes/kinds/resources';
import type { ObjectMeta } from '../../../../kubernetes/object';
import type { AdmissionContext, AdmissionPlugin } from '../plugin';
import { rangesIn } from './ranges';

/** Where a pod says what was written into it. */
const ANNOTATION = 'kubernetes.io/limit-ranger';

type Containers = Pick<PodSpec, 'containers' | 'initContainers'>;

/** Containers with what a range writes into them, and what that was. */
interface Filled {
  readonly containers: Containers;
  readonly said: string | undefined;
}

interface Usual {
  readonly requests: Quantities;
  readonly limits: Quantities;
}

const usualOf = ({ spec }: LimitRange): Usual => {
  const usual: { requests: Quantities; limits: Quantities } = { requests: {}, limits: {} };
  for (const item of spec?.limits ?? []) {
    if (item.type !== 'Container') continue;
    usual.requests = { ...usual.requests, ...(item.defaultRequest as Quantities | undefined) };
    usual.limits = { ...usual.limits, ...(item.default as Quantities | undefined) };
  }
  return usual;
};

/** @param notes is told what was written @param called `container`, `init container` */
const fillContainer = (container: Container, usual: Usual, called: string, notes: string[]): Container => {
  const own = container.resources ?? {};
  const missing = (list: keyof Usual): readonly string[] =>
    Object.keys(usual[list])
      .filter((name) => own[list]?.[name] === undefined)
      .sort();
  const [requests, limits] = [missing('requests'), missing('limits')];
  if (requests.length + limits.length === 0) return container;
  if (requests.length > 0) notes.push(`${requests.join(', ')} request for ${called} ${container.name}`);
  if (limits.length > 0) notes.push(`${limits.join(', ')} limit for ${called} ${container.name}`);
  const filled = (list: keyof Usual, names: readonly string[]) =>
    names.length === 0
      ? {}
      : { [list]: { ...Object.fromEntries(names.map((name) => [name, usual[list][name]])), ...own[list] } };
  return {
    ...container,
    resources: { ...own, ...filled('limits', limits), ...filled('requests', requests) },
  };
};

const fill = ({ containers, initContainers }: Containers, ranges: readonly LimitRange[]): Filled => {
  let filled: Containers = { containers, initContainers };
  let said: string | undefined;
  for (const range of ranges) {
    const usual = usualOf(range);
    const notes: string[] = [];
    const next = filled.containers.map((each) => fillContainer(each, usual, 'container', notes));
    const init = filled.initContainers?.map((each) => fillContainer(each, usual, 'init container', notes));
    if (notes.length === 0) continue;
    filled = { containers: next, initContainers: init };
    said = `LimitRanger plugin set: ${notes.join('; ')}`;
  }
  return { containers: filled, said };
};

/**
 * Writes the usual requests and limits of the namespace into containers that do not say theirs. Pods of one template
 * share what comes of it.
 * @see plugin/pkg/admission/limitranger/admission.go PodMutateLimitFunc
 */
export const writeUsualLimits = ({ store }: AdmissionContext): AdmissionPlugin<Pod> => {
  const known = new WeakMap<object, Filled & { readonly from: readonly unknown[] }>();
  return {
    kinds: [resources.pods],
    operations: ['create'],
    phase: 'mutating',
    admit(pod) {
      const ranges = rangesIn(store, pod.metadata.namespace);
      if (ranges.length === 0) return pod;
      const spec: Draft<PodSpec> = pod.spec;
      const from = [spec.initContainers, ...ranges];
      let found = known.get(spec.containers);
      if (!found || found.from.length !== from.length || found.from.some((each, at) => each !== from[at])) {
        found = { ...fill(spec, ranges), from };
        known.set(spec.containers, found);
      }
      if (found.said === undefined) return pod;
      spec.containers = found.containers.containers;
      spec.initContainers = found.containers.initContainers;
      const metadata: Draft<ObjectMeta> = pod.metadata;
      metadata.annotations = { ...metadata.annotations, [ANNOTATION]: found.said };
      return pod;
    },
    // What is usual may be less than what a container asks for.
    mayHaveSpoilt: ({ metadata }) => metadata.annotations?.[ANNOTATION] !== undefined,
  };
};
