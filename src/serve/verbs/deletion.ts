import { invalid as invalidValue, notSupported, Printed } from '../../kubernetes/fields/validation/causes';
import { badRequest, invalid } from '../../kubernetes/refusals';
import type { DeleteOptions, PropagationPolicy } from '../../port/api';
import { readObject } from '../bodies/body';
import type { Asked } from '../http/asked';
import { flagIn, numberIn } from '../http/queryValues';

/** DeleteOptions as clients send them. */
interface SentOptions extends Omit<DeleteOptions, 'dryRun'> {
  readonly dryRun?: readonly string[];
  readonly orphanDependents?: boolean;
}

const OPTIONS = { apiVersion: 'meta.k8s.io/v1', kind: 'DeleteOptions' };
const DELETE_OPTIONS = { group: 'meta.k8s.io', plural: '', kind: 'DeleteOptions' };

const optionsInQuery = ({ query }: Asked): SentOptions => {
  const gracePeriodSeconds = numberIn(query, 'gracePeriodSeconds');
  const policy = query.get('propagationPolicy');
  return {
    ...(gracePeriodSeconds === undefined ? {} : { gracePeriodSeconds }),
    // Another one is refused by the server.
    ...(policy ? { propagationPolicy: policy as PropagationPolicy } : {}),
    ...(query.has('orphanDependents') ? { orphanDependents: flagIn(query, 'orphanDependents') } : {}),
    dryRun: query.getAll('dryRun'),
  };
};

const optionsInBody = (asked: Asked): SentOptions => {
  const sent: SentOptions & { kind?: unknown } = readObject(asked, OPTIONS);
  if (sent.kind && sent.kind !== 'DeleteOptions')
    throw badRequest('decoded object cannot be converted to DeleteOptions');
  for (const [field, type] of [
    ['gracePeriodSeconds', 'number'],
    ['propagationPolicy', 'string'],
    ['orphanDependents', 'boolean'],
  ] as const) {
    const value: unknown = sent[field];
    if (value !== undefined && value !== null && typeof value !== type)
      throw badRequest(
        `json: cannot unmarshal ${typeof value} into Go struct field DeleteOptions.${field} of type ${type}`,
      );
  }
  return sent;
};

/**
 * How something is to be deleted: as the body says or, if there is none, the query.
 * @throws ApiError
 * @see k8s.io/apiserver/pkg/endpoints/handlers DeleteResource
 */
export const deleteOptionsOf = (asked: Asked): DeleteOptions => {
  const sent = asked.body.length > 0 ? optionsInBody(asked) : optionsInQuery(asked);
  const { gracePeriodSeconds, propagationPolicy, preconditions, orphanDependents } = sent;
  const dryRun = sent.dryRun ?? [];
  const isTwice = typeof orphanDependents === 'boolean' && propagationPolicy;
  const causes = [
    ...(isTwice
      ? [
          invalidValue(
            'propagationPolicy',
            propagationPolicy,
            'orphanDependents and deletionPropagation cannot be both set',
          ),
        ]
      : []),
    ...(dryRun.some((each) => each !== 'All')
      ? [notSupported('dryRun', new Printed(JSON.stringify(dryRun)), ['All'])]
      : []),
  ];
  if (causes.length > 0) throw invalid(DELETE_OPTIONS, '', causes);
  const orphan = orphanDependents ? 'Orphan' : 'Background';
  const policy = propagationPolicy ?? (typeof orphanDependents === 'boolean' ? orphan : undefined);
  return {
    ...(typeof gracePeriodSeconds === 'number' ? { gracePeriodSeconds } : {}),
    ...(policy ? { propagationPolicy: policy } : {}),
    ...(preconditions ? { preconditions } : {}),
    dryRun: dryRun.length > 0,
  };
};
