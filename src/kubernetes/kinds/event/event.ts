import type * as core from 'kubernetes-types/core/v1';
import type { Immutable, KubeObject } from '../../object';

/**
 * Something that a component did or found, about one object. Events that are alike are counted in one: by `count` or,
 * where a component uses the newer API for events, by `series`. The newer API gives no `source` and one time.
 */
export interface Event extends KubeObject {
  readonly involvedObject: Immutable<core.ObjectReference>;
  readonly type: 'Normal' | 'Warning';
  readonly reason: string;
  readonly message: string;
  readonly source?: { readonly component?: string; readonly host?: string };
  readonly count?: number;
  readonly firstTimestamp?: string | null;
  readonly lastTimestamp?: string | null;
  readonly eventTime?: string | null;
  readonly series?: { readonly count: number; readonly lastObservedTime: string };
  readonly action?: string;
  readonly related?: Immutable<core.ObjectReference>;
  readonly reportingComponent?: string;
  readonly reportingInstance?: string;
}

/** How often it happened, as far as it was told. */
export const timesOf = ({ series, count }: Pick<Event, 'series' | 'count'>): number =>
  series?.count ?? (count || 1);

/** When it was seen first. */
export const firstSeen = ({ firstTimestamp, eventTime }: Event): string | undefined =>
  firstTimestamp || eventTime || undefined;

/** When it was seen last, as far as it was told. */
export const lastSeen = (event: Event): string | undefined =>
  event.series?.lastObservedTime || event.lastTimestamp || firstSeen(event);

/** Who tells of it. */
export const reporterOf = ({ source, reportingComponent }: Event): string =>
  source?.component || reportingComponent || '';
