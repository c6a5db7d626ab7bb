import type { StoreEvent } from '../../cluster/apiserver/registry/topic';
import { Component, type Surroundings } from '../../cluster/component/component';
import type { Kubelets } from '../../cluster/kubelet/kubelets';
import { type ImageObject, images } from './imageKind';

/** The oldest comes first; of those of one second, the first by name. */
const byAge = (a: ImageObject, b: ImageObject): number =>
  a.metadata.creationTimestamp.localeCompare(b.metadata.creationTimestamp) ||
  a.metadata.name.localeCompare(b.metadata.name);

/** Has containers behave as Images say. Its keys are references of images. */
export class ImageController extends Component {
  readonly #kubelets: Kubelets;
  readonly #images = new Map<string, ImageObject>();

  constructor(surroundings: Surroundings, kubelets: Kubelets) {
    super('image-controller', surroundings);
    this.#kubelets = kubelets;
    this.watch<ImageObject>(images, (event) => this.#onImage(event));
  }

  /** Of several objects that speak of one image, the oldest is heard. */
  protected override sync(reference: string): void {
    const [heard, ...others] = [...this.#images.values()]
      .filter(({ spec }) => spec.image === reference)
      .sort(byAge);
    const { image: _image, ...behaviour } = heard?.spec ?? { image: reference };
    this.#kubelets.imageBehaves(reference, behaviour);
    if (!heard) return;
    this.#report(heard, { active: true });
    const message = `the image "${heard.metadata.name}" says already how containers of ${reference} behave`;
    for (const other of others) this.#report(other, { active: false, message });
  }

  #onImage({ type, object, before }: StoreEvent<ImageObject>): void {
    const { name } = object.metadata;
    if (type === 'DELETED') this.#images.delete(name);
    else this.#images.set(name, object);
    if (type === 'MODIFIED' && before?.spec === object.spec) return;
    this.queue.add(object.spec.image);
    if (before && before.spec.image !== object.spec.image) this.queue.add(before.spec.image);
  }

  #report(image: ImageObject, status: NonNullable<ImageObject['status']>): void {
    this.client.amendStatus(image, images, () => status);
  }
}
