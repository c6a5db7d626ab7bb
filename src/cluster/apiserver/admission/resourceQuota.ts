import {
  type Amounts,
  amountsOf,
  plus,
  type Quantities,
  toQuantities,
} from '../../../kubernetes/fields/amounts';
import { type ExactQuantity, exactly, writeQuantity } from '../../../kubernetes/fields/exactQuantity';
import { type Evaluator, isInScope } from '../../../kubernetes/kinds/quota/evaluator';
import { evaluatorOf, limitedBy } from '../../../kubernetes/kinds/quota/evaluators';
import type { ResourceQuota } from '../../../kubernetes/kinds/quota/resourceQuota';
import { resources } from '../../../kubernetes/kinds/resources';
import type { KubeObject } from '../../../kubernetes/object';
import { forbidden } from '../../../kubernetes/refusals';
import type { ResourceType } from '../../../kubernetes/resourceType';
import { withStatus } from '../registry/status';
import type { Store } from '../registry/store';
import type { AdmissionContext, AdmissionPlugin } from './plugin';

/** A quota that limits what an object takes, and of which resources. */
interface Concern {
  readonly quota: ResourceQuota;
  readonly limited: readonly string[];
}

/** A quota, and what of it would be used with one object more. */
interface Charge {
  readonly quota: ResourceQuota;
  readonly used: Quantities;
}

/** Why an object may not be counted at all, in the API server's words; undefined if it may. */
const uncountable = (
  { quota, limited }: Concern,
  evaluator: Evaluator,
  object: KubeObject,
): string | undefined => {
  const { name } = quota.metadata;
  const silence = evaluator.silence(limited, object);
  if (silence !== undefined) return `failed quota: ${name}: ${silence}`;
  const isUnknown = limited.some((resource) => quota.status.used?.[resource] === undefined);
  return isUnknown ? `status unknown for quota: ${name}, resources: ${limited.join(',')}` : undefined;
};

const shown = (names: readonly string[], amount: (name: string) => string): string =>
  names.map((name) => `${name}=${amount(name)}`).join(',');

/**
 * What is used of a quota with an object more.
 * @returns the reason in the API server's words, if that is too much
 */
const charged = ({ quota, limited }: Concern, asked: Amounts): Charge | string => {
  const hard = (quota.status.hard ?? {}) as Quantities;
  const before = (quota.status.used ?? {}) as Quantities;
  const used = new Map(amountsOf(before));
  const exceeded: string[] = [];
  for (const name of limited) {
    const more = asked.get(name);
    if (more === undefined) continue;
    const total = plus(used.get(name), more);
    if (total.nano > exactly(hard[name] ?? '0').nano) exceeded.push(name);
    used.set(name, total);
  }
  if (exceeded.length === 0) return { quota, used: toQuantities(used) };
  const requested = shown(exceeded, (name) => writeQuantity(asked.get(name) ?? exactly('0')));
  return (
    `exceeded quota: ${quota.metadata.name}, requested: ${requested}, ` +
    `used: ${shown(exceeded, (name) => before[name] ?? '')}, limited: ${shown(exceeded, (name) => hard[name] ?? '')}`
  );
};

const note = (store: Store, { quota, used }: Charge): void => {
  const { namespace, name } = quota.metadata;
  const row = store.find<ResourceQuota>(resources.resourcequotas, namespace, name);
  if (row) store.replace(resources.resourcequotas, row, withStatus(quota, { ...quota.status, used }));
};

/** What is taken beyond what was taken already, without what is not more. */
const beyond = (usage: Amounts, before: Amounts | undefined): Amounts => {
  const more = new Map<string, ExactQuantity>();
  for (const [name, amount] of usage) {
    const nano = amount.nano - (before?.get(name)?.nano ?? 0n);
    if (nano > 0n) more.set(name, { ...amount, nano });
  }
  return more;
};

/** Events are not worth counting. */
const isIgnored = ({ kind }: KubeObject): boolean => kind === 'Event';

/**
 * Refuses objects that do not say what a quota of their namespace counts, or would take more than it leaves, and notes
 * on the quota what an admitted one takes. What is left is what the quota's status says: nothing is counted here, and
 * what has gone gives back what it took when the quota controller has counted.
 * @see staging/src/k8s.io/apiserver/pkg/admission/plugin/resourcequota/controller.go CheckRequest, checkQuotas
 */
export const holdToQuota = ({ store, kinds, now }: AdmissionContext): AdmissionPlugin => {
  const concernsOf = (quotas: readonly ResourceQuota[], evaluator: Evaluator, object: KubeObject) =>
    quotas
      .map((quota): Concern => ({ quota, limited: limitedBy(quota, evaluator) }))
      .filter(({ quota, limited }) => limited.length > 0 && isInScope(quota, evaluator, object));

  /** @returns what to note @throws ApiError if there is no room */
  const chargesFor = (
    quotas: readonly ResourceQuota[],
    kind: ResourceType,
    name: string,
    object: KubeObject,
    current: KubeObject | undefined,
  ): readonly Charge[] => {
    const evaluator = evaluatorOf(kind);
    if (current && !evaluator.follows(object, current)) return [];
    const concerns = concernsOf(quotas, evaluator, object);
    for (const concern of concerns) {
      const why = uncountable(concern, evaluator, object);
      if (why !== undefined) throw forbidden(kind, name, why);
    }
    const usage = evaluator.usage(object, now());
    return concerns.flatMap((concern) => {
      const wasCounted = current && isInScope(concern.quota, evaluator, current);
      const asked = beyond(usage, wasCounted ? evaluator.usage(current, now()) : undefined);
      if (!concern.limited.some((resource) => asked.has(resource))) return [];
      const charge = charged(concern, asked);
      if (typeof charge === 'string') throw forbidden(kind, name, charge);
      return [charge];
    });
  };

  return {
    kinds: 'namespaced',
    operations: ['create', 'update'],
    phase: 'last',
    admit(object, name, { dryRun }, current) {
      const quotas = store.all<ResourceQuota>(resources.resourcequotas, object.metadata.namespace);
      const kind = quotas.length === 0 || isIgnored(object) ? undefined : kinds.of(object);
      if (!kind) return object;
      const charges = chargesFor(quotas, kind, name, object, current);
      if (!dryRun) for (const charge of charges) note(store, charge);
      return object;
    },
  };
};
