import { controllerOf } from '../../fields/meta';
import type { Taint, Toleration } from '../../fields/taints';
import type { KubeObject, StringMap } from '../../object';
import { column, field, type Lines } from './text';

const LONGEST_ANNOTATION = 140;
const LAST_APPLIED = 'kubectl.kubernetes.io/last-applied-configuration';

/** Sorted `key=value` lines. */
export const labels = (title: string, map: StringMap | undefined): Lines =>
  column(
    title,
    Object.keys(map ?? {})
      .sort()
      .map((key) => `${key}=${map?.[key]}`),
  );

const shorten = (text: string, longest: number): string =>
  text.length > longest ? `${text.slice(0, longest)}...` : text;

/** Sorted `key: value` lines; a long value goes below its key. What kubectl apply remembers is not shown. */
export const annotations = (title: string, map: StringMap | undefined): Lines => {
  const values = Object.keys(map ?? {})
    .filter((key) => key !== LAST_APPLIED)
    .sort()
    .flatMap((key) => {
      const value = (map?.[key] ?? '').replace(/\n$/, '');
      const fits = value.length + key.length + 2 <= LONGEST_ANNOTATION && !value.includes('\n');
      if (fits) return [`${key}: ${value}`];
      return [`${key}:`, ...value.split('\n').map((line) => `  ${shorten(line, LONGEST_ANNOTATION - 2)}`)];
    });
  return column(title, values);
};

/** A taint in kubectl's notation: `key=value:Effect`. */
export const formatTaint = ({ key, value, effect }: Taint): string =>
  `${key}${value ? `=${value}` : ''}${effect ? `:${effect}` : ''}`;

const byText =
  <T>(text: (item: T) => string) =>
  (a: T, b: T): number =>
    text(a) < text(b) ? -1 : text(a) > text(b) ? 1 : 0;

/** Taints, sorted by effect and key. */
export const taints = (title: string, all: readonly Taint[] | undefined): Lines =>
  column(title, [...(all ?? [])].sort(byText(({ effect, key }) => `${effect},${key}`)).map(formatTaint));

const formatToleration = ({ key, value, effect, operator, tolerationSeconds }: Toleration): string => {
  const what = `${key ?? ''}${value ? `=${value}` : ''}${effect ? `:${effect}` : ''}`;
  const exists = operator === 'Exists' && !value ? `${what ? ' ' : ''}op=Exists` : '';
  return `${what}${exists}${tolerationSeconds === undefined ? '' : ` for ${tolerationSeconds}s`}`;
};

/** Tolerations, sorted by key. */
export const tolerations = (title: string, all: readonly Toleration[] | undefined): Lines =>
  column(title, [...(all ?? [])].sort(byText(({ key }) => key ?? '')).map(formatToleration));

/** The line that names the managing owner, if there is one. */
export const controlledBy = (object: KubeObject): Lines => {
  const owner = controllerOf(object);
  return owner ? [field('Controlled By', `${owner.kind}/${owner.name}`)] : [];
};
