import { invalid, required } from '../../kubernetes/fields/validation/causes';
import type { FieldCause } from '../../kubernetes/refusals';
import type { Structural } from '../../kubernetes/wire/structural/structural';
import { DURATION, millisecondsOf } from './durations';
import { column, defineWorldKind, OF_ORDERS, OF_SINGLETONS, type WorldObject } from './worldKind';

/** How the time of the cluster goes. */
export type ClockObject = WorldObject<
  { readonly paused: boolean; readonly speed: number; readonly stepped: boolean },
  { readonly time: string; readonly quiet: boolean; readonly busy?: string }
>;

/** Lets time go by at once. */
export type Step = WorldObject<{
  readonly duration?: string;
  readonly untilQuiet?: boolean;
  readonly horizon?: string;
  readonly since?: string;
}>;

/** How long a step may be, in milliseconds: a year. */
const LONGEST = 366 * 24 * 3_600_000;

const TIME = { type: 'string', format: 'date-time', description: 'What the time is in the cluster.' };
const QUIET = {
  type: 'boolean',
  description:
    'Nothing is left to do: no pod starts or stops, nothing is tried again. Heartbeats do not count.',
};
const BUSY = { type: 'string', description: 'What is left to do, if anything is.' };
const VERSION = { type: 'string' };
const MOMENT = { type: 'string', format: 'date-time' };
const WRITTEN: Structural = {
  type: 'object',
  description:
    'What has been written after the version in "since": by whom, is told by watches; here is when. It is left out if that was too much to be remembered.',
  properties: {
    time: { ...MOMENT, description: 'What the time is, with fractions of a second.' },
    resourceVersion: { ...VERSION, description: 'That of the last write.' },
    moments: {
      type: 'array',
      description: 'When something was written, and the version of the last write of that moment.',
      items: { type: 'object', properties: { time: MOMENT, resourceVersion: VERSION } },
    },
    kinds: {
      type: 'array',
      description:
        'Of what kinds, and the version of the last write of each: a watch that has told it is up to date.',
      items: {
        type: 'object',
        properties: { group: { type: 'string' }, resource: { type: 'string' }, resourceVersion: VERSION },
      },
    },
  },
};

export const clocks = defineWorldKind<ClockObject>({
  group: 'clock',
  kind: 'Clock',
  plural: 'clocks',
  verbs: OF_SINGLETONS,
  description: 'How the time of the cluster goes. There is one, "cluster".',
  spec: {
    properties: {
      paused: {
        type: 'boolean',
        default: false,
        description: 'Time stands still. Controllers work, but nothing that takes time happens.',
      },
      speed: {
        type: 'number',
        default: 1,
        minimum: 0.01,
        maximum: 10_000,
        description: 'How much faster time goes than on the wall.',
      },
      stepped: {
        type: 'boolean',
        default: false,
        description:
          'Nothing happens but in Steps: time stands still, and controllers wait, too. What is asked of machines, images and containers is done at once.',
      },
    },
  },
  status: { properties: { time: TIME, quiet: QUIET, busy: BUSY } },
  columns: [
    column('Time', 'string', '.status.time', 'What the time is in the cluster.'),
    column('Paused', 'boolean', '.spec.paused', 'Time stands still.'),
    column('Speed', 'number', '.spec.speed', 'How much faster time goes than on the wall.'),
    column('Quiet', 'boolean', '.status.quiet', 'Nothing is left to do.'),
  ],
});

const tooLongIn = (field: 'duration' | 'horizon', value: string | undefined): FieldCause[] =>
  value !== undefined && millisecondsOf(value) > LONGEST
    ? [invalid(`spec.${field}`, value, 'must be at most 8784h, a year')]
    : [];

const isVersion = (text: string): boolean => /^\d{1,15}$/.test(text);

const checkStep = ({ spec }: Step): readonly FieldCause[] => {
  const { duration, untilQuiet = false, horizon, since } = spec ?? {};
  const how = 'either a duration, or untilQuiet';
  if (since !== undefined && !isVersion(since))
    return [invalid('spec.since', since, 'must be a resource version')];
  if (duration === undefined && !untilQuiet && since === undefined) return [required('spec.duration', how)];
  if (duration !== undefined && untilQuiet)
    return [invalid('spec.untilQuiet', true, `may not be set with a duration: ${how}`)];
  if (horizon !== undefined && !untilQuiet)
    return [invalid('spec.horizon', horizon, 'is for untilQuiet only')];
  return [...tooLongIn('duration', duration), ...tooLongIn('horizon', horizon)];
};

export const steps = defineWorldKind<Step>({
  group: 'clock',
  kind: 'Step',
  plural: 'steps',
  verbs: OF_ORDERS,
  description: 'Lets time go by at once, whether the clock is paused or not.',
  spec: {
    properties: {
      duration: {
        type: 'string',
        pattern: DURATION,
        description: 'Exactly so much time goes by: 30s, 1h30m.',
      },
      untilQuiet: {
        type: 'boolean',
        description: 'Time goes by until nothing is left to do.',
      },
      horizon: {
        type: 'string',
        pattern: DURATION,
        description: 'How much time untilQuiet lets go by at most. By default 10m.',
      },
      since: {
        type: 'string',
        description:
          'A resource version: the answer says when what has been written after it. Alone it lets nothing happen.',
      },
    },
  },
  status: {
    properties: {
      elapsed: { type: 'string', description: 'How much time went by.' },
      time: TIME,
      quiet: QUIET,
      busy: BUSY,
      written: WRITTEN,
    },
  },
  check: checkStep,
});
