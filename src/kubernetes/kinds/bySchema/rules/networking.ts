import { absent, type Part } from '../../../fields/fill';
import {
  forbidden,
  invalid,
  misformatted,
  named,
  notSupported,
  required,
} from '../../../fields/validation/causes';
import {
  dnsLabel,
  dnsSubdomain,
  pathSegment,
  portName,
  portNumber,
} from '../../../fields/validation/formats';
import { formed, needs, needsAny, type Rule, type TypeRules, under } from './rule';

const PATH_TYPES = ['Exact', 'ImplementationSpecific', 'Prefix'];
const BAD_SEQUENCES = ['//', '/./', '/../', '%2f', '%2F'];
const BAD_ENDINGS = ['/..', '/.'];

const anyRule: Rule = (spec, at) =>
  ((spec.rules ?? []) as readonly unknown[]).length === 0 && absent(spec.defaultBackend)
    ? [invalid(at, null, 'either `defaultBackend` or `rules` must be specified')]
    : [];

const host: Rule = (rule, at) => {
  const name = String(rule.host ?? '');
  if (name === '' || name.includes('*')) return [];
  return misformatted(under(at, 'host'), name, dnsSubdomain(name));
};

const exactPath = (path: string, field: string) => [
  ...(path.startsWith('/') ? [] : [invalid(field, path, 'must be an absolute path')]),
  ...BAD_SEQUENCES.flatMap((each) =>
    path.includes(each) ? [invalid(field, path, `must not contain '${each}'`)] : [],
  ),
  ...BAD_ENDINGS.flatMap((each) =>
    path.endsWith(each) ? [invalid(field, path, `cannot end with '${each}'`)] : [],
  ),
];

const httpPath: Rule = (part, at) => {
  const { pathType } = part;
  const path = String(part.path ?? '');
  const field = under(at, 'path');
  if (absent(pathType)) return [required(under(at, 'pathType'), 'pathType must be specified')];
  if (pathType === 'Exact' || pathType === 'Prefix') return exactPath(path, field);
  if (pathType !== 'ImplementationSpecific') {
    return [notSupported(under(at, 'pathType'), named(String(pathType)), PATH_TYPES)];
  }
  return path === '' || path.startsWith('/') ? [] : [invalid(field, path, 'must be an absolute path')];
};

const backend: Rule = (part, at) => {
  const service = part.service as Part | undefined;
  const [toResource, toService] = [!absent(part.resource), !absent(service)];
  if (toResource && toService) return [invalid(at, '', 'cannot set both resource and service backends')];
  if (toResource) return [];
  if (!service) return [invalid(at, '', 'resource or service backend is required')];
  const { name, number } = (service.port ?? {}) as { readonly name?: string; readonly number?: number };
  const where = under(at, 'service');
  const port =
    name && number
      ? [invalid(at, '', 'cannot set both port name & port number')]
      : name
        ? misformatted(`${where}.port.name`, name, portName(name))
        : number
          ? misformatted(`${where}.port.number`, number, portNumber(number))
          : [required(at, 'port name or number is required')];
  return [
    ...(service.name ? formed('name', dnsLabel)(service, where) : [required(`${where}.name`)]),
    ...port,
  ];
};

/** Hosts that are spoken to in secret: in form, or with one `*` in front. */
const tlsHosts: Rule = (tls, at) =>
  ((tls.hosts ?? []) as readonly string[]).flatMap((name, index) =>
    name.includes('*') ? [] : misformatted(`${under(at, 'hosts')}[${index}]`, name, dnsSubdomain(name)),
  );

const controller: Rule = (spec, at) => {
  const path = String(spec.controller ?? '');
  const field = under(at, 'controller');
  if (path === '') return [required(field)];
  const [domain = '', rest = ''] = [path.slice(0, path.indexOf('/')), path.slice(path.indexOf('/') + 1)];
  return !path.includes('/') || domain === '' || rest === ''
    ? [invalid(field, path, 'must be a domain-prefixed path (such as "acme.io/foo")')]
    : misformatted(field, domain, dnsSubdomain(domain));
};

/** Whose parameters they are: those of a namespace, which is named then, or those of the cluster. */
const classScope: Rule = (part, at) => {
  const { scope, namespace } = part as { readonly scope?: string; readonly namespace?: string };
  const field = under(at, 'namespace');
  if (absent(scope)) return [required(under(at, 'scope'))];
  if (scope === 'Cluster') {
    return absent(namespace) ? [] : [forbidden(field, "`parameters.scope` is set to 'Cluster'")];
  }
  if (scope !== 'Namespace') return [notSupported(under(at, 'scope'), scope, ['Cluster', 'Namespace'])];
  return absent(namespace)
    ? [required(field, "`parameters.scope` is set to 'Namespace'")]
    : misformatted(field, namespace, dnsLabel(namespace));
};

/**
 * The rules of ingresses and addresses.
 * @see k8s.io/kubernetes/pkg/apis/networking/validation
 */
export const networkingRules: TypeRules = {
  'io.k8s.api.networking.v1.IngressSpec': [anyRule, formed('ingressClassName', dnsSubdomain)],
  'io.k8s.api.networking.v1.IngressTLS': [tlsHosts, formed('secretName', dnsSubdomain)],
  'io.k8s.api.networking.v1.IngressRule': [host],
  'io.k8s.api.networking.v1.HTTPIngressRuleValue': [needs('paths')],
  'io.k8s.api.networking.v1.HTTPIngressPath': [httpPath],
  'io.k8s.api.networking.v1.IngressBackend': [backend],
  'io.k8s.api.networking.v1.IngressClassSpec': [controller],
  'io.k8s.api.networking.v1.IngressClassParametersReference': [
    formed('apiGroup', dnsSubdomain),
    needs('kind'),
    formed('kind', pathSegment),
    needs('name'),
    formed('name', pathSegment),
    classScope,
  ],
  'io.k8s.api.networking.v1.IPAddressSpec': [needsAny('parentRef')],
  'io.k8s.api.networking.v1.ParentReference': [
    formed('group', dnsSubdomain),
    needs('resource'),
    formed('resource', pathSegment),
    needs('name'),
    formed('name', pathSegment),
  ],
  'io.k8s.api.networking.v1.ServiceCIDRSpec': [needs('cidrs', 'at least one CIDR required')],
};
