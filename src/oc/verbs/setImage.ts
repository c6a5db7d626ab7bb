import type { DaemonSet } from '../../kubernetes/kinds/daemonset/daemonSet';
import type { Container, Pod } from '../../kubernetes/kinds/pod/pod';
import { resources } from '../../kubernetes/kinds/resources';
import type { KubeObject } from '../../kubernetes/object';
import { ApiError } from '../../kubernetes/refusals';
import { splitArguments } from '../changes';
import { findAll, forEachFound } from '../each';
import { fail, throwAll } from '../errors';
import { list, onOff, text } from '../flags';
import { changeFlags, report } from '../output';
import type { Session } from '../session';
import { refOf, type Target } from '../targets';
import { defineVerb } from '../verb';

type Images = ReadonlyMap<string, string>;

interface Containers {
  readonly containers?: readonly Container[];
  readonly initContainers?: readonly Container[];
}

const isImage = (word: string): boolean => word.indexOf('=') > 0;

const readImages = (specs: readonly string[]): Images =>
  new Map(
    specs.map((spec) => {
      const [name = '', image = ''] = spec.split(/=(.*)/s);
      return [name, image];
    }),
  );

const podSpecOf = ({ resource, object }: Target): Containers => {
  if (resource === resources.daemonsets) return (object as DaemonSet).spec.template.spec ?? {};
  if (resource === resources.pods) return (object as Pod).spec;
  throw fail(
    `${resource.plural}/${object.metadata.name} the object is not a pod or does not have a pod template: ` +
      `*${resource.version}.${resource.kind}`,
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

const update = async (session: Session, target: Target, body: object): Promise<KubeObject> => {
  try {
    return await session.api.patch(refOf(target), body, 'strategic');
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    throw fail(`failed to patch image update to pod template: ${error.message}`);
  }
};

/** `set image`: gives containers of a daemon set or a pod another image. */
export const setImage = defineVerb({
  name: 'set image',
  flags: { all: onOff(), selector: text('l'), filename: list('f'), ...changeFlags },
  async run(session, words, flags) {
    const { objects, changes } = splitArguments(words, isImage, 'image');
    const found = await findAll(session, objects, flags);
    if (changes.length === 0) throw fail('at least one image update is required');
    const images = readImages(changes);
    await forEachFound(found, async (target) => {
      const spec = podSpecOf(target);
      const containers = change(spec.containers, images);
      const initContainers = change(spec.initContainers, images);
      if (containers.length + initContainers.length > 0) {
        const podSpec = {
          ...(containers.length > 0 ? { containers } : {}),
          ...(initContainers.length > 0 ? { initContainers } : {}),
        };
        const inTemplate = target.resource === resources.daemonsets;
        const body = { spec: inTemplate ? { template: { spec: podSpec } } : podSpec };
        const object = flags.dryRun === 'client' ? target.object : await update(session, target, body);
        report(session, { ...target, object }, 'image updated', flags);
      }
      checkNames(spec, images);
    });
  },
});
