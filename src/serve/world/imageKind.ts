import type { Structural } from '../../kubernetes/wire/structural/structural';
import type { ImageBehaviour } from '../../port/world';
import { column, defineWorldKind, OF_OBJECTS, type WorldObject } from './worldKind';

/** How containers of an image behave. */
export type ImageObject = WorldObject<
  ImageBehaviour & { readonly image: string },
  { readonly active: boolean; readonly message?: string }
>;

const SECONDS: Structural = { type: 'number', minimum: 0 };
const PROBE: Structural = {
  type: 'object',
  properties: {
    passesAfterSeconds: {
      ...SECONDS,
      description: 'From then on it succeeds, since the start of the container.',
    },
    failsAfterSeconds: { ...SECONDS, description: 'From then on it fails; 0: always.' },
  },
};

export const images = defineWorldKind<ImageObject>({
  group: 'images',
  kind: 'Image',
  plural: 'images',
  shortNames: ['img'],
  verbs: OF_OBJECTS,
  description:
    'How containers of an image behave. Whatever is left out is ordinary, and so is an image that no object speaks of.',
  spec: {
    required: ['image'],
    properties: {
      image: {
        type: 'string',
        minLength: 1,
        description: 'The image, as pods name it: registry.example.com/agent:v2.',
      },
      pullable: { type: 'boolean', description: 'False: it cannot be pulled.' },
      startSeconds: { ...SECONDS, description: 'From start to running. By default 1.' },
      ready: { type: 'boolean', description: 'False: once running it never becomes ready.' },
      probes: {
        type: 'object',
        description: 'What it answers to the probes that its container has.',
        properties: { startup: PROBE, readiness: PROBE, liveness: PROBE },
      },
      stopSeconds: { ...SECONDS, description: 'How long it takes to stop. By default 1.' },
      exits: {
        type: 'object',
        description: 'It exits by itself, after each of its starts.',
        required: ['afterSeconds', 'code'],
        properties: { afterSeconds: SECONDS, code: { type: 'integer', minimum: 0, maximum: 255 } },
      },
    },
  },
  status: {
    properties: {
      active: { type: 'boolean', description: 'Containers of the image behave so from now on.' },
      message: { type: 'string', description: 'Why they do not.' },
    },
  },
  columns: [
    column('Image', 'string', '.spec.image', 'The image, as pods name it.'),
    column('Active', 'boolean', '.status.active', 'Containers of the image behave so from now on.'),
  ],
});
