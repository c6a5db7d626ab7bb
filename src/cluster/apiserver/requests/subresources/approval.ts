import { deepEqual } from '../../../../kubernetes/fields/equality';
import { toTimestamp } from '../../../../kubernetes/fields/time';
import {
  duplicate,
  forbidden,
  invalid,
  named,
  notSupported,
  required,
} from '../../../../kubernetes/fields/validation/causes';
import type { KubeObject } from '../../../../kubernetes/object';
import type { FieldCause } from '../../../../kubernetes/refusals';
import type { PartHandler } from './part';
import { writeObject } from './writing';

interface Condition {
  readonly type?: string;
  readonly status?: string;
  readonly lastUpdateTime?: string;
  readonly lastTransitionTime?: string;
}

/** Somebody who wants a certificate, and what has been decided about it. */
interface SigningRequest extends KubeObject {
  readonly status?: { readonly conditions?: readonly Condition[] };
}

const FIELD = 'status.conditions';
const DECISIONS = ['Approved', 'Denied', 'Failed'];
const OPPOSITES = ['Approved', 'Denied'];
const EXCLUSIVE = 'Approved and Denied conditions are mutually exclusive';

const conditionsOf = ({ status }: SigningRequest): readonly Condition[] => status?.conditions ?? [];

/** @see populateConditionTimestamps */
const dated = (conditions: readonly Condition[], before: readonly Condition[], now: string): Condition[] =>
  conditions.map((condition) => {
    const known = before.find(({ type, status }) => type === condition.type && status === condition.status);
    return {
      ...condition,
      lastUpdateTime: condition.lastUpdateTime ?? now,
      lastTransitionTime: condition.lastTransitionTime ?? known?.lastTransitionTime ?? now,
    };
  });

const validateStatus = ({ type = '', status = '' }: Condition, at: string): FieldCause[] => {
  if (status === '') return [required(`${at}.status`)];
  const allowed = DECISIONS.includes(type) ? ['True'] : ['False', 'True', 'Unknown'];
  return allowed.includes(status) ? [] : [notSupported(`${at}.status`, named(status), allowed)];
};

const validateConditions = (conditions: readonly Condition[]): FieldCause[] => {
  const seen = new Set<string>();
  return conditions.flatMap((condition, index) => {
    const { type = '' } = condition;
    const at = `${FIELD}[${index}]`;
    const other = OPPOSITES.includes(type) && OPPOSITES.some((each) => each !== type && seen.has(each));
    const causes = [
      ...(type === '' ? [required(`${at}.type`)] : []),
      ...validateStatus(condition, at),
      ...(other ? [invalid(FIELD, named(type), EXCLUSIVE)] : []),
      ...(seen.has(type) ? [duplicate(`${at}.type`, named(type))] : []),
    ];
    seen.add(type);
    return causes;
  });
};

const count = (object: SigningRequest, type: string): number =>
  conditionsOf(object).filter((each) => each.type === type).length;

const validateRemoved = (next: SigningRequest, current: SigningRequest): FieldCause[] =>
  DECISIONS.filter((type) => count(next, type) < count(current, type)).map((type) =>
    forbidden(FIELD, `updates may not remove a condition of type "${type}"`),
  );

/**
 * What is decided about a request for a certificate.
 * @see k8s.io/kubernetes/pkg/registry/certificates/certificates csrApprovalStrategy
 */
export const approval: PartHandler = {
  get: ({ registry, kind, namespace, name }) => registry.get(kind, namespace, name),
  write: (request, change) =>
    writeObject<SigningRequest>(request, change, {
      prepare: (sent, current) => {
        const conditions = dated(
          conditionsOf(sent),
          conditionsOf(current),
          toTimestamp(request.registry.now),
        );
        const { conditions: before, ...status } = current.status ?? {};
        const next = conditions.length > 0 ? { ...status, conditions } : status;
        const { metadata } = sent;
        return {
          ...current,
          metadata,
          status: deepEqual(before, conditions) ? (current.status ?? {}) : next,
        };
      },
      validate: (next, current) => [
        ...validateConditions(conditionsOf(next)),
        ...validateRemoved(next, current),
      ],
    }),
};
