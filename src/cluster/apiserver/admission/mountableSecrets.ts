import type { Container, PodSpec } from '../../../kubernetes/kinds/pod/pod';
import {
  ENFORCE_MOUNTABLE,
  type ServiceAccount,
} from '../../../kubernetes/kinds/serviceaccount/serviceAccount';

/** What Go reads as true. */
const TRUE = new Set(['1', 't', 'T', 'TRUE', 'true', 'True']);

const namesIn = (references: readonly { readonly name?: string }[] | undefined): ReadonlySet<string> =>
  new Set((references ?? []).map(({ name = '' }) => name));

const ofContainer = (
  { name, env = [], envFrom = [] }: Container,
  called: string,
  may: ReadonlySet<string>,
): readonly string[] => [
  ...env.flatMap(({ name: variable, valueFrom }) => {
    const secret = valueFrom?.secretKeyRef?.name;
    return secret === undefined || may.has(secret)
      ? []
      : [`${called} ${name} with envVar ${variable} referencing secret.secretName="${secret}"`];
  }),
  ...envFrom.flatMap(({ secretRef }) =>
    secretRef === undefined || may.has(secretRef.name ?? '')
      ? []
      : [`${called} ${name} with envFrom referencing secret.secretName="${secretRef.name ?? ''}"`],
  ),
];

/**
 * Why a pod may not have a secret, if its account insists that its pods use only those that it lists; undefined if it
 * may have all that it names.
 * @see plugin/pkg/admission/serviceaccount/admission.go limitSecretReferences
 */
export const unlistedSecret = (account: ServiceAccount, spec: PodSpec): string | undefined => {
  if (!TRUE.has(account.metadata.annotations?.[ENFORCE_MOUNTABLE] ?? '')) return undefined;
  const mayMount = namesIn(account.secrets);
  const mayPull = namesIn(account.imagePullSecrets);
  const byAccount = `is not allowed because service account ${account.metadata.name} does not reference that`;
  const [secret] = [
    ...(spec.volumes ?? []).flatMap(({ secret: source }) =>
      source === undefined || mayMount.has(source.secretName ?? '')
        ? []
        : [`volume with secret.secretName="${source.secretName ?? ''}"`],
    ),
    ...(spec.initContainers ?? []).flatMap((each) => ofContainer(each, 'init container', mayMount)),
    ...spec.containers.flatMap((each) => ofContainer(each, 'container', mayMount)),
  ];
  if (secret !== undefined) return `${secret} ${byAccount} secret`;
  const pulled = (spec.imagePullSecrets ?? []).map(({ name = '' }) => name);
  const index = pulled.findIndex((name) => !mayPull.has(name));
  return index < 0
    ? undefined
    : `imagePullSecrets[${index}].name="${pulled[index]}" ${byAccount} imagePullSecret`;
};
