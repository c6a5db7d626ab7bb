import type { PodSpec } from '../../src/kubernetes/kinds/pod/pod';

type Container = PodSpec['containers'][number];

/** The parts of `registry.example.com:5000/shop/log-agent:v2@sha256:…`. */
interface ImageName {
  /** With registry and port: `registry.example.com:5000/shop/log-agent`. */
  readonly repository: string;
  /** The last part of the repository: `log-agent`. */
  readonly program: string;
  readonly tag?: string;
  readonly digest?: string;
}

/** A colon after the last slash begins a tag; one before it, a port. */
export const readImage = (image: string): ImageName => {
  const [name = '', digest] = image.split('@');
  const lastSlash = name.lastIndexOf('/');
  const colon = name.indexOf(':', lastSlash + 1);
  const repository = colon < 0 ? name : name.slice(0, colon);
  return {
    repository,
    program: repository.slice(lastSlash + 1),
    ...(colon < 0 ? {} : { tag: name.slice(colon + 1) }),
    ...(digest === undefined ? {} : { digest }),
  };
};

/** The tag of an image or, if it has none, its digest; without either it is the latest. */
export const versionOf = (image: string): string => {
  const { tag, digest } = readImage(image);
  return tag ?? digest ?? 'latest';
};

/** Tells whether an image is of this version: by its tag or by its digest. */
export const isVersion = (image: string, version: string): boolean =>
  version === versionOf(image) || version === readImage(image).digest;

/** The same program in another version: another tag, or another digest. */
export const withVersion = (image: string, version: string): string =>
  isVersion(image, version)
    ? image
    : `${readImage(image).repository}${version.includes(':') ? '@' : ':'}${version}`;

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
