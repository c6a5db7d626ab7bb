import type { Amounts } from '../../fields/amounts';
import { parseQuantity, toMilli } from '../../fields/quantity';
import { limitOf, requestedBy } from './amounts';
import type { PodSpec } from './pod';

/** Keeps what is counted in binary from being rounded up because of how numbers are kept. */
const NEARLY = 1e-9;

const UNITS = 1e9;
const THOUSANDTHS = 1e6;

/** An amount of a resource in the unit that it is counted in: cpu in thousandths, all else in whole units, rounded up. */
export const amountOf = (resource: string, quantity: string | number): number =>
  resource === 'cpu' ? toMilli(quantity) : Math.ceil(parseQuantity(quantity) - NEARLY);

/** Amounts as schedulers and kubelets count them: of cpu in thousandths, of everything else in whole units. */
const counted = (amounts: Amounts): Map<string, number> =>
  new Map(
    [...amounts].map(([resource, { nano }]) => [
      resource,
      Math.ceil(Number(nano) / (resource === 'cpu' ? THOUSANDTHS : UNITS)),
    ]),
  );

/** What a pod asks for, or may use at most, with what its runtime costs, as schedulers and kubelets count it. */
export const ofPod = (spec: PodSpec, list: 'requests' | 'limits'): Map<string, number> =>
  counted(list === 'requests' ? requestedBy(spec) : limitOf(spec));
