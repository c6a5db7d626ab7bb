import { absent, type Part } from '../../../fields/fill';
import { type Address, ipRange, readAddress } from '../../../fields/validation/addresses';
import { forbidden, invalid, misformatted, required } from '../../../fields/validation/causes';
import { portName, portNumber } from '../../../fields/validation/formats';
import type { FieldCause } from '../../../refusals';
import { eachOneOf, oneOf, type Rule, selector, type TypeRules, under } from './rule';

interface Range {
  readonly start: Address;
  readonly length: number;
}

/** Reads a range, well formed or not quite; undefined if it is none. */
const readRange = (text: string): Range | undefined => {
  const [start = '', length = ''] = text.split('/');
  const address = readAddress(start);
  return address && /^\d+$/.test(length) ? { start: address, length: Number(length) } : undefined;
};

const isWithin = (inner: Range, outer: Range): boolean => {
  const rest = BigInt(outer.start.bits - outer.length);
  return (
    inner.start.bits === outer.start.bits &&
    inner.length > outer.length &&
    inner.start.value >> rest === outer.start.value >> rest
  );
};

/** A range of addresses, and what is taken out of it. */
const block: Rule = (part, at) => {
  const cidr = String(part.cidr ?? '');
  if (cidr === '') return [required(under(at, 'cidr'))];
  const causes: FieldCause[] = misformatted(under(at, 'cidr'), cidr, ipRange(cidr));
  const whole = readRange(cidr);
  if (!whole) return causes;
  ((part.except ?? []) as readonly string[]).forEach((text, index) => {
    const where = `${at}.except[${index}]`;
    causes.push(...misformatted(where, text, ipRange(text)));
    const taken = readRange(text);
    if (taken && !isWithin(taken, whole)) {
      causes.push(invalid(where, text, 'must be a strict subset of `cidr`'));
    }
  });
  return causes;
};

const peer: Rule = (part, at) => {
  const selectors = ['podSelector', 'namespaceSelector'];
  const others = selectors.filter((field) => !absent(part[field]));
  const causes = selectors.flatMap((field) => selector(field)(part, at));
  if (absent(part.ipBlock)) return others.length === 0 ? [required(at, 'must specify a peer')] : causes;
  return [
    ...causes,
    ...block(part.ipBlock as Part, `${at}.ipBlock`),
    ...(others.length > 0 ? [forbidden(at, 'may not specify both ipBlock and another peer')] : []),
  ];
};

const port: Rule = (part, at) => {
  const { port: first, endPort } = part as { readonly port?: number | string; readonly endPort?: number };
  const end = under(at, 'endPort');
  const noEnd = (detail: string): FieldCause[] => (absent(endPort) ? [] : [invalid(end, endPort, detail)]);
  if (absent(first)) return noEnd('may not be specified when `port` is not specified');
  if (typeof first === 'string') {
    return [
      ...noEnd('may not be specified when `port` is non-numeric'),
      ...misformatted(under(at, 'port'), first, portName(first)),
    ];
  }
  const causes: FieldCause[] = misformatted(under(at, 'port'), first, portNumber(first));
  if (absent(endPort)) return causes;
  if (endPort < first) causes.push(invalid(end, first, 'must be greater than or equal to `port`'));
  return [...causes, ...misformatted(end, endPort, portNumber(endPort))];
};

const PORT: readonly Rule[] = [oneOf('protocol', ['TCP', 'UDP', 'SCTP']), port];

const partsOf = (part: Part, field: string): readonly Part[] => (part[field] ?? []) as readonly Part[];

/** What may come in or go out: ports first. @param peers the field that says from or to whom */
const direction =
  (field: string, peers: string): Rule =>
  (spec, at) =>
    partsOf(spec, field).flatMap((rule, index) => {
      const where = `${at}.${field}[${index}]`;
      return [
        ...partsOf(rule, 'ports').flatMap((each, place) =>
          PORT.flatMap((check) => check(each, `${where}.ports[${place}]`)),
        ),
        ...partsOf(rule, peers).flatMap((each, place) => peer(each, `${where}.${peers}[${place}]`)),
      ];
    });

const policyTypes: Rule = (spec, at) => {
  const types = (spec.policyTypes ?? []) as readonly string[];
  return types.length > 2
    ? [invalid(`${at}.policyTypes`, types, 'may not specify more than two policyTypes')]
    : eachOneOf('policyTypes', ['Ingress', 'Egress'])(spec, at);
};

/**
 * The rules of network policies.
 * @see pkg/apis/networking/validation/validation.go ValidateNetworkPolicySpec
 */
export const networkPolicyRules: TypeRules = {
  'io.k8s.api.networking.v1.NetworkPolicySpec': [
    selector('podSelector'),
    direction('ingress', 'from'),
    direction('egress', 'to'),
    policyTypes,
  ],
};
