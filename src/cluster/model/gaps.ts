import type { KubeObject } from '../../kubernetes/object';
import type { Gap, Gaps } from '../../port/gaps';
import { KINDS } from './kinds';
import { POD_FIELDS } from './pods';
import type { Fields, Treatment } from './treatment';
import { VOLUME_FIELDS } from './volumes';

/** The treatments of all fields of daemon sets and pods, by the short name of their type. */
export const TYPES: Readonly<Record<string, Fields>> = { ...POD_FIELDS, ...VOLUME_FIELDS };

/** Those fields of them that may be a gap, or have one within: every version of every object is searched. */
const SEARCHED: Readonly<Record<string, readonly (readonly [field: string, treatment: Treatment])[]>> =
  Object.fromEntries(
    Object.entries(TYPES).map(([type, fields]) => [
      type,
      Object.entries(fields).filter(
        ([, { idle, matters, within }]) => within || (idle !== undefined && matters),
      ),
    ]),
  );

/** The type of what these kinds want. */
const SPECS: Readonly<Record<string, string>> = { DaemonSet: 'DaemonSetSpec', Pod: 'PodSpec' };

const isWritten = (value: unknown): boolean => {
  if (value === undefined || value === null) return false;
  return typeof value !== 'object' || Object.keys(value).length > 0;
};

const isGap = ({ idle, matters, when }: Treatment, value: unknown, isDaemon: boolean): boolean =>
  idle !== undefined &&
  (matters === 'always' || (matters === 'ordinary pods' && !isDaemon)) &&
  (when?.(value) ?? true);

/** Notes what is left out of a part of an object, by the place where it is written. */
const search = (
  found: Map<string, Gap>,
  part: Readonly<Record<string, unknown>>,
  type: string,
  path: string,
  isDaemon: boolean,
): void => {
  for (const [field, treatment] of SEARCHED[type] ?? []) {
    const value = part[field];
    if (!isWritten(value)) continue;
    const what = `${path}.${field}`;
    if (isGap(treatment, value, isDaemon))
      found.set(what, { what, why: treatment.idle ?? '', matters: true });
    if (!treatment.within) continue;
    const parts = (Array.isArray(value) ? value : [value]) as Readonly<Record<string, unknown>>[];
    for (const each of parts) search(found, each, treatment.within, what, isDaemon);
  }
};

const gapsOf = (object: KubeObject): readonly Gap[] => {
  const { kind, metadata } = object;
  const treatment = KINDS[kind];
  if (treatment && isGap(treatment, object, false))
    return [{ what: kind, why: treatment.idle ?? '', matters: true }];
  const type = SPECS[kind];
  const isMade = metadata.ownerReferences?.some(({ controller }) => controller) ?? false;
  if (!type || isMade) return [];
  const found = new Map<string, Gap>();
  const { spec } = object as KubeObject & { readonly spec?: Readonly<Record<string, unknown>> };
  search(found, spec ?? {}, type, 'spec', kind === 'DaemonSet');
  return [...found.values()];
};

/** Each field once, however many places it is written at: of those the first. */
const listFields = (type: string, path: string, seen: Set<string>): readonly Gap[] => {
  if (seen.has(type)) return [];
  seen.add(type);
  return Object.entries(TYPES[type] ?? {}).flatMap(([field, { idle, matters, within }]) => {
    const what = `${path}.${field}`;
    return [
      ...(idle === undefined ? [] : [{ what, why: idle, matters: matters !== undefined }]),
      ...(within ? listFields(within, what, seen) : []),
    ];
  });
};

const listKinds = (): readonly Gap[] =>
  Object.entries(KINDS).flatMap(([what, { idle, matters }]) =>
    idle === undefined ? [] : [{ what, why: idle, matters: matters !== undefined }],
  );

/** What the in-process cluster leaves out. */
export const gaps: Gaps = {
  all: [...listKinds(), ...listFields('PodSpec', 'spec', new Set())],
  of: gapsOf,
};
