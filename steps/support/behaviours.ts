import { isVersion, readImage, versionOf, withVersion } from '../../src/kubernetes/fields/imageName';
import type { DaemonSet } from '../../src/kubernetes/kinds/daemonset/daemonSet';
import type { Pod, PodSpec } from '../../src/kubernetes/kinds/pod/pod';
import type { KubeObject, Manifest } from '../../src/kubernetes/object';
import type { ImageBehaviour, World } from '../../src/port/world';
import type { Change } from '../../src/timeline/change';
import { imageOf } from './builders';
import { imagesOf } from './images';
import { nearestOf } from './nearest';

/** What a sentence says of one version of a program. */
interface Saying {
  readonly program: string;
  readonly version: string;
  readonly behaviour: ImageBehaviour;
  /** It is said of several examples, and not each of them need have the version. */
  readonly isShared: boolean;
  /** The images that the world has been told of. */
  readonly told: Set<string>;
  /** How many changes there were before it was said. */
  readonly since: number;
}

/** The pods that an object is or makes. Manifests may say anything. */
const podSpecOf = (object: KubeObject | Manifest): PodSpec | undefined => {
  if (object.kind === 'Pod') return (object as Partial<Pod>).spec;
  return object.kind === 'DaemonSet' ? (object as Partial<DaemonSet>).spec?.template?.spec : undefined;
};

/** The images in a manifest that a sentence may be about; none if it makes no sense, which the API server will say. */
const imagesIn = (manifest: Manifest, { program }: Pick<Saying, 'program'>): readonly string[] => {
  try {
    const spec = podSpecOf(manifest);
    return spec ? imagesOf(program, manifest.metadata?.name ?? '', spec) : [];
  } catch {
    return [];
  }
};

/** How often pods that run the version have been started, those that were started anew included. */
const startsOf = ({ program, version }: Saying, changes: readonly Change[]): number => {
  const starts = new Map<string, number>();
  for (const { object } of changes) {
    if (object.kind !== 'Pod') continue;
    const { metadata, spec, status } = object as Pod;
    const owner = metadata.ownerReferences?.[0]?.name ?? metadata.name;
    if (!imagesOf(program, owner, spec).some((image) => isVersion(image, version))) continue;
    const restarts = status.containerStatuses?.map(({ restartCount }) => restartCount) ?? [];
    starts.set(metadata.uid, 1 + restarts.reduce((sum, times) => sum + times, 0));
  }
  return [...starts.values()].reduce((sum, times) => sum + times, 0);
};

/** True if pods run the version, and none of them has started since it was said how it starts. */
const isTooLate = (saying: Saying, changes: readonly Change[]): boolean => {
  if (saying.isShared || saying.behaviour.stopSeconds !== undefined || saying.behaviour.pullable)
    return false;
  const before = startsOf(saying, changes.slice(0, saying.since));
  return before > 0 && before === startsOf(saying, changes);
};

const tooLate = ({ program, version }: Saying): string =>
  `The example says how version "${version}" of "${program}" starts, and all that run it had started before. ` +
  'Say it before they are created.';

/**
 * How versions of programs behave. Sentences call a program by the name of its daemon set, the world knows images: which
 * image it is, a manifest decides, and that may come later than the sentence.
 */
export class Behaviours {
  readonly #sayings: Saying[] = [];
  /** What was seen to run, by program. */
  readonly #images = new Map<string, Set<string>>();
  readonly #programs = new Set<string>();
  #seen = 0;

  /** From now on, this version of the program behaves so. */
  async say(world: World, changes: readonly Change[], said: Omit<Saying, 'told' | 'since'>): Promise<void> {
    this.#checkPulling(said);
    const saying = { ...said, told: new Set<string>(), since: changes.length };
    this.#sayings.push(saying);
    await this.#tell(world, saying, imageOf(said.program, said.version));
    this.#seen = 0;
    await this.follow(world, changes);
  }

  /** @throws if an image is said to be there after all that was never missing */
  #checkPulling({ program, version, behaviour }: Omit<Saying, 'told' | 'since'>): void {
    if (!behaviour.pullable) return;
    const last = this.#sayings.findLast((each) => each.program === program && each.version === version);
    if (last?.behaviour.pullable === false) return;
    throw new Error(
      `Version "${version}" of "${program}" could be pulled before. Say first that it can never be pulled.`,
    );
  }

  /** Looks at what is new in the cluster: an image of a program that was spoken of behaves as was said. */
  async follow(world: World, changes: readonly Change[]): Promise<void> {
    if (this.#sayings.length === 0) return;
    for (; this.#seen < changes.length; this.#seen++) {
      const change = changes[this.#seen];
      const spec = change && podSpecOf(change.object);
      if (!change || !spec) continue;
      for (const { image } of spec.containers) if (image) this.#programs.add(readImage(image).program);
      if (change.object.kind === 'DaemonSet') this.#programs.add(change.object.metadata.name);
      for (const saying of this.#sayings)
        for (const image of imagesOf(saying.program, change.object.metadata.name, spec)) {
          this.#note(saying.program, image);
          await this.#tell(world, saying, withVersion(image, saying.version));
        }
    }
  }

  /** Tells the world of images that somebody is about to ask for: they may have been started before the answer is there. */
  async foresee(world: World, manifest: Manifest): Promise<void> {
    for (const saying of this.#sayings)
      for (const image of imagesIn(manifest, saying))
        await this.#tell(world, saying, withVersion(image, saying.version));
  }

  /**
   * @throws if a version was spoken of that no pod of the example could have; the message names those that could be. If all
   * that run it had started before it was said how it starts
   */
  checkMet(changes: readonly Change[]): void {
    for (const saying of this.#sayings) if (isTooLate(saying, changes)) throw new Error(tooLate(saying));
    for (const { program, version, isShared } of this.#sayings) {
      const images = [...(this.#images.get(program) ?? [])];
      if (images.some((image) => isShared || isVersion(image, version))) continue;
      const said = `The example says how version "${version}" of "${program}" behaves, and nothing in it `;
      throw new Error(
        images.length === 0
          ? `${said}runs "${program}". ${nearestOf(program, this.#programs)}`
          : `${said}has that version. ${nearestOf(version, images.map(versionOf))}`,
      );
    }
  }

  #note(program: string, image: string): void {
    const images = this.#images.get(program);
    if (images) images.add(image);
    else this.#images.set(program, new Set([image]));
  }

  async #tell(world: World, { told, behaviour }: Saying, image: string): Promise<void> {
    if (told.has(image)) return;
    told.add(image);
    await world.imageBehaves(image, behaviour);
  }
}
