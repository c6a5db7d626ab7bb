import { readImage } from '../../src/kubernetes/fields/imageName';
import type { PodSpec } from '../../src/kubernetes/kinds/pod/pod';

type Container = PodSpec['containers'][number];

/**
 * The container that sentences about the versions of a program mean: the only one, or the one that the program gives its
 * name to, or whose image is the program.
 * @throws if it might be any of several; the message names them
 */
export const containerOf = (spec: Pick<PodSpec, 'containers'> | undefined, program: string): Container => {
  const containers = spec?.containers ?? [];
  const [only, ...more] = containers;
  if (only && more.length === 0) return only;
  const matching =
    containers.find(({ name }) => name === program) ??
    containers.find(({ image = '' }) => readImage(image).program === program);
  if (matching) return matching;
  const all = containers.map(({ name, image = '' }) => `${name} (${image})`).join(', ');
  if (!only) throw new Error(`The pods of "${program}" have no container.`);
  throw new Error(
    `Several containers run in a pod of "${program}", and none is called so: ${all}. ` +
      'Which one is meant cannot be told. Use "oc set image", which names the container.',
  );
};

/** The images in which a pod of this owner runs the program: its main one, and whatever is called like the program. */
export const imagesOf = (
  program: string,
  owner: string,
  { containers, initContainers = [] }: Pick<PodSpec, 'containers' | 'initContainers'>,
): readonly string[] => {
  const named = [...initContainers, ...containers].filter(
    ({ name, image = '' }) => name === program || readImage(image).program === program,
  );
  const main = owner === program && named.length === 0 ? [containerOf({ containers }, program)] : [];
  return [...named, ...main].flatMap(({ image }) => (image ? [image] : []));
};
