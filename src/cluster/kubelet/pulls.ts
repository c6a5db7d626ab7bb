import type { Container } from '../../kubernetes/kinds/pod/pod';
import type { Hands } from './hands';
import type { Images } from './images';
import type { ContainerRun, Local } from './local';
import { waitForPull } from './pullBackOff';

/** What images weigh here, in bytes: nobody looks inside. */
const SIZE = 26_214_400;

const ERROR = 'ErrImagePull';

/** Always pulled, or only where it is not there: the machine has it then. */
const isPresent = ({ image = '', imagePullPolicy }: Container, images: ReadonlySet<string>): boolean =>
  imagePullPolicy !== 'Always' && images.has(image);

/**
 * Sees to it that machines have the images of their containers, and tells of it.
 * @see pkg/kubelet/images/image_manager.go EnsureImageExists
 */
export class Pulls {
  readonly #hands: Hands;
  readonly #images: Images;

  constructor(hands: Hands, images: Images) {
    this.#hands = hands;
    this.#images = images;
  }

  /** Whether a container waits for its image. */
  isWaiting({ waiting }: ContainerRun): boolean {
    return waiting?.reason === 'ImagePullBackOff';
  }

  /**
   * Whether the image can be had. If not, the container waits: it is tried again and again, but what comes of that is only
   * worth a look once the image is there.
   */
  has(local: Local, run: ContainerRun): boolean {
    const { container } = run;
    if (!this.#images.isMissing(container)) {
      run.unpulledSince = undefined;
      return true;
    }
    run.unpulledSince ??= this.#hands.now();
    if (!this.isWaiting(run)) run.waiting = this.tellMissing(local, container);
    return false;
  }

  /** Milliseconds until it is tried again to pull the image; undefined if the container waits for none that is there. */
  nextTryOf(run: ContainerRun): number | undefined {
    if (!this.isWaiting(run) || this.#images.isMissing(run.container)) return undefined;
    return waitForPull(run.unpulledSince ?? 0, this.#hands.now());
  }

  /** Tells that an image cannot be pulled. @returns why the container waits */
  tellMissing(local: Local, container: Container): { readonly reason: string; readonly message: string } {
    const { image = '' } = container;
    const cause = `rpc error: code = NotFound desc = ${image}: not found`;
    const waiting = `Back-off pulling image "${image}"`;
    const tell = (type: 'Normal' | 'Warning', reason: string, message: string): void =>
      this.#hands.tell(local, type, reason, message, container);
    tell('Normal', 'Pulling', `Pulling image "${image}"`);
    tell('Warning', 'Failed', `Failed to pull image "${image}": ${cause}`);
    tell('Warning', 'Failed', `Error: ${ERROR}`);
    tell('Normal', 'BackOff', waiting);
    tell('Warning', 'Failed', 'Error: ImagePullBackOff');
    return { reason: 'ImagePullBackOff', message: `${waiting}: ${ERROR}: ${cause}` };
  }

  /** Tells that the machine has the image, and where it is from. */
  tellPulled(local: Local, container: Container): void {
    const { image = '' } = container;
    const { images } = local.host;
    if (isPresent(container, images)) {
      const there = `Container image "${image}" already present on machine and can be accessed by the pod`;
      this.#hands.tell(local, 'Normal', 'Pulled', there, container);
      return;
    }
    images.add(image);
    const took = `${this.#images.startSecondsOf(container)}s`;
    this.#hands.tell(local, 'Normal', 'Pulling', `Pulling image "${image}"`, container);
    const done = `Successfully pulled image "${image}" in ${took} (${took} including waiting). Image size: ${SIZE} bytes.`;
    this.#hands.tell(local, 'Normal', 'Pulled', done, container);
  }

  /** Tells all that comes before a container runs. @see pkg/kubelet/kuberuntime/kuberuntime_container.go startContainer */
  tellStart(local: Local, container: Container): void {
    this.tellPulled(local, container);
    this.#hands.tell(local, 'Normal', 'Created', 'Container created', container);
    this.#hands.tell(local, 'Normal', 'Started', 'Container started', container);
  }
}
