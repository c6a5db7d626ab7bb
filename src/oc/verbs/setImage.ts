import type { Container, DaemonSet, Pod } from '../../kubernetes/objects';
import { resources } from '../../kubernetes/resources';
import { splitArguments } from '../changes';
import { forEachTarget } from '../each';
import { fail, throwAll, usageError } from '../errors';
import { list, onOff, text } from '../flags';
import { nameOf, refOf, type Target } from '../targets';
import { defineVerb } from '../verb';

type Images = ReadonlyMap<string, string>;

interface Containers {
  readonly containers?: readonly Container[];
  readonly initContainers?: readonly Container[];
}

const isImage = (word: string): boolean => word.includes('=');

const readImages = (specs: readonly string[]): Images =>
  new Map(
    specs.map((spec) => {
      const [name = '', image = ''] = spec.split(/=(.*)/s);
      if (name === '' || image === '') throw usageError('set image', `invalid image spec: ${spec}`);
      return [name, image];
    }),
  );

const podSpecOf = ({ resource, object }: Target): Containers => {
  if (resource === resources.daemonsets) return (object as DaemonSet).spec.template.spec ?? {};
  if (resource === resources.pods) return (object as Pod).spec;
  throw fail(
    `${resource.plural}/${object.metadata.name} the object is not a pod or does not have a pod template`,
  );
};

/** Containers that get another image. `*` stands for all of them. */
const change = (containers: readonly Container[] | undefined, images: Images): readonly object[] =>
  (containers ?? []).flatMap(({ name, image }) => {
    const wanted = images.get(name) ?? images.get('*');
    return wanted === undefined || wanted === image ? [] : [{ name, image: wanted }];
  });

const checkNames = ({ containers = [], initContainers = [] }: Containers, images: Images): void => {
  const known = new Set(['*', ...[...containers, ...initContainers].map(({ name }) => name)]);
  const unknown = [...images.keys()].filter((name) => !known.has(name));
  throwAll(unknown.map((name) => fail(`unable to find container named "${name}"`)));
};

/** `set image`: gives containers of a daemon set or a pod another image. */
export const setImage = defineVerb({
  name: 'set image',
  flags: { all: onOff(), selector: text('l'), filename: list('f') },
  async run(session, words, flags) {
    const { objects, changes } = splitArguments(words, isImage, 'image');
    if (objects.length === 0 && flags.filename.length === 0) {
      throw fail('one or more resources must be specified as <resource> <name> or <resource>/<name>');
    }
    if (changes.length === 0) throw fail('at least one image update is required');
    const images = readImages(changes);
    await forEachTarget(session, objects, flags, async (target) => {
      const spec = podSpecOf(target);
      checkNames(spec, images);
      const containers = change(spec.containers, images);
      const initContainers = change(spec.initContainers, images);
      if (containers.length + initContainers.length === 0) return;
      const podSpec = {
        ...(containers.length > 0 ? { containers } : {}),
        ...(initContainers.length > 0 ? { initContainers } : {}),
      };
      const inTemplate = target.resource === resources.daemonsets;
      const body = { spec: inTemplate ? { template: { spec: podSpec } } : podSpec };
      await session.api.patch(refOf(target), body, 'strategic');
      session.print(`${nameOf(target.resource, target.object.metadata.name)} image updated`);
    });
  },
});
