import type { Part } from '../../fields/fill';
import type { KubeObject } from '../../object';
import type { Conversion } from '../conversion';

/** An object without the fields that are undefined. */
const filledIn = (fields: Part): KubeObject =>
  Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== undefined),
  ) as unknown as KubeObject;

const part = (object: KubeObject): Part => ({ ...object });
/** Text that the newer version leaves out where it says nothing. */
const said = (text: unknown): unknown => (text === '' ? undefined : text);

const toStored = (object: KubeObject): KubeObject => {
  const { regarding, note, reportingController, reportingInstance, eventTime, ...rest } = part(object);
  const { deprecatedSource, deprecatedFirstTimestamp, deprecatedLastTimestamp, deprecatedCount, ...same } =
    rest;
  return filledIn({
    ...same,
    apiVersion: 'v1',
    involvedObject: regarding ?? {},
    message: note,
    source: deprecatedSource ?? {},
    firstTimestamp: deprecatedFirstTimestamp ?? null,
    lastTimestamp: deprecatedLastTimestamp ?? null,
    count: deprecatedCount,
    eventTime: eventTime ?? null,
    reportingComponent: reportingController ?? '',
    reportingInstance: reportingInstance ?? '',
  });
};

const fromStored = (object: KubeObject): KubeObject => {
  const { involvedObject, message, source, firstTimestamp, lastTimestamp, count, ...rest } = part(object);
  const { reportingComponent, reportingInstance, eventTime, reason, type, ...same } = rest;
  return filledIn({
    ...same,
    apiVersion: 'events.k8s.io/v1',
    eventTime: eventTime ?? null,
    reportingController: said(reportingComponent),
    reportingInstance: said(reportingInstance),
    reason: said(reason),
    type: said(type),
    regarding: involvedObject ?? {},
    note: said(message),
    deprecatedSource: source ?? {},
    deprecatedFirstTimestamp: firstTimestamp ?? null,
    deprecatedLastTimestamp: lastTimestamp ?? null,
    deprecatedCount: count || undefined,
  });
};

/**
 * Events are stored once, and read in the core group and in their own.
 * @see k8s.io/kubernetes/pkg/apis/events/v1 Convert_core_Event_To_v1_Event
 */
export const eventConversion: Conversion = {
  storedAs: { apiVersion: 'v1', kind: 'Event' },
  toStored,
  fromStored,
};
