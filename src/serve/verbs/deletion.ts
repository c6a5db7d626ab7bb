import { invalid as invalidValue, notSupported, Printed } from '../../kubernetes/fields/validation/causes';
import type { Manifest } from '../../kubernetes/object';
import { badRequest, invalid } from '../../kubernetes/refusals';
import { Decoder } from '../../kubernetes/wire/schema/decoder';
import { definitionNamed } from '../../kubernetes/wire/schema/schema';
import { jsonWords } from '../../kubernetes/wire/schema/words';
import type { DeleteOptions, PropagationPolicy } from '../../port/api';
import { readObject } from '../bodies/body';
import type { Asked } from '../http/asked';
import { flagIn, numberIn } from '../http/queryValues';

/** DeleteOptions as clients send them. */
interface SentOptions extends Omit<DeleteOptions, 'dryRun'> {
  readonly dryRun?: readonly string[];
  readonly orphanDependents?: boolean;
}

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

const TYPE = definitionNamed('io.k8s.apimachinery.pkg.apis.meta.v1.DeleteOptions');

/** In the words of the scheme that has nothing but options. */
const notOptions = ({ apiVersion, kind }: Manifest): string =>
  `no kind "${kind}" is registered for version "${apiVersion}" in scheme "k8s.io/apimachinery/pkg/apis/meta/internalversion/scheme/register.go:27"`;

const optionsInBody = (asked: Asked): SentOptions => {
  const sent: Manifest & SentOptions = readObject(asked);
  if (sent.kind && sent.kind !== DELETE_OPTIONS.kind) throw badRequest(notOptions(sent));
  if (!TYPE) return sent;
  const decoded = new Decoder(jsonWords).decode(sent, TYPE);
  if ('error' in decoded) throw badRequest(decoded.error);
  return decoded.value;
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
    onWarning: (text) => asked.warn(text),
  };
};
