import { forbidden, invalid, misformatted, notSupported, required } from '../../../fields/validation/causes';
import { headerName, portName, portNumber } from '../../../fields/validation/formats';
import { notNegative } from '../../../fields/validation/metadata';
import type { FieldCause } from '../../../refusals';
import type { Lifecycle, Probe } from '../pod';

type Handler = NonNullable<Lifecycle['preStop']> & Pick<Probe, 'grpc'>;
type Grace = number | undefined;

const port = (value: number | string | undefined, field: string): FieldCause[] =>
  typeof value === 'string'
    ? misformatted(field, value, portName(value))
    : misformatted(field, value ?? 0, portNumber(value ?? 0));

const SCHEMES = ['HTTP', 'HTTPS'];

const ACTIONS: Readonly<
  Record<
    'exec' | 'httpGet' | 'tcpSocket' | 'grpc' | 'sleep',
    (handler: Handler, grace: Grace, field: string) => FieldCause[]
  >
> = {
  exec: ({ exec }, _, field) => ((exec?.command?.length ?? 0) === 0 ? [required(`${field}.command`)] : []),
  httpGet: ({ httpGet }, _, field) => [
    ...(httpGet?.path ? [] : [required(`${field}.path`)]),
    ...port(httpGet?.port, `${field}.port`),
    ...(SCHEMES.includes(httpGet?.scheme ?? '')
      ? []
      : [notSupported(`${field}.scheme`, httpGet?.scheme, SCHEMES)]),
    ...(httpGet?.httpHeaders ?? []).flatMap(({ name }) =>
      misformatted(`${field}.httpHeaders`, name ?? '', headerName(name ?? '')),
    ),
  ],
  tcpSocket: ({ tcpSocket }, _, field) => port(tcpSocket?.port, `${field}.port`),
  grpc: ({ grpc }, _, field) => port(grpc?.port, `${field}.port`),
  sleep: ({ sleep }, grace, field) => {
    const seconds = sleep?.seconds ?? 0;
    return grace !== undefined && (seconds < 0 || seconds > grace)
      ? [
          invalid(
            field,
            seconds,
            `must be non-negative and less than terminationGracePeriodSeconds (${grace})`,
          ),
        ]
      : [];
  },
};

/** A probe or hook does exactly one thing. */
const validateHandler = (handler: Handler, grace: Grace, field: string): FieldCause[] => {
  const asked = (Object.keys(ACTIONS) as (keyof typeof ACTIONS)[]).filter(
    (kind) => handler[kind] !== undefined,
  );
  const [first, ...more] = asked;
  if (first === undefined) return [required(field, 'must specify a handler type')];
  return [
    ...ACTIONS[first](handler, grace, `${field}.${first}`),
    ...more.map((kind) => forbidden(`${field}.${kind}`, 'may not specify more than 1 handler type')),
  ];
};

/** What runs when a container starts and stops. */
export const validateLifecycle = (lifecycle: Lifecycle, grace: Grace, field: string): FieldCause[] => [
  ...(lifecycle.postStart ? validateHandler(lifecycle.postStart, grace, `${field}.postStart`) : []),
  ...(lifecycle.preStop ? validateHandler(lifecycle.preStop, grace, `${field}.preStop`) : []),
];

const COUNTS = [
  'initialDelaySeconds',
  'timeoutSeconds',
  'periodSeconds',
  'successThreshold',
  'failureThreshold',
] as const;

const validateProbe = (probe: Probe, grace: Grace, field: string): FieldCause[] => {
  const causes = validateHandler(probe, grace, field);
  for (const count of COUNTS) causes.push(...notNegative(probe[count], `${field}.${count}`));
  const period = probe.terminationGracePeriodSeconds;
  if (period !== undefined && period <= 0) {
    causes.push(invalid(`${field}.terminationGracePeriodSeconds`, period, 'must be greater than 0'));
  }
  return causes;
};

/** The probes of a container. Only readiness may need more than one success; only it may set no grace period. */
export const validateProbes = (
  probes: { readonly livenessProbe?: Probe; readonly readinessProbe?: Probe; readonly startupProbe?: Probe },
  grace: Grace,
  field: string,
): FieldCause[] =>
  (['livenessProbe', 'readinessProbe', 'startupProbe'] as const).flatMap((kind) => {
    const probe = probes[kind];
    if (probe === undefined) return [];
    const at = `${field}.${kind}`;
    const causes = validateProbe(probe, grace, at);
    if (kind === 'readinessProbe') {
      const period = probe.terminationGracePeriodSeconds;
      if (period !== undefined) {
        causes.push(
          invalid(`${at}.terminationGracePeriodSeconds`, period, 'must not be set for readinessProbes'),
        );
      }
    } else if (probe.successThreshold !== 1) {
      causes.push(invalid(`${at}.successThreshold`, probe.successThreshold ?? 0, 'must be 1'));
    }
    return causes;
  });
