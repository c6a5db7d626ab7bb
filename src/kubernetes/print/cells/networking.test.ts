import { expect } from 'chai';
import { printed } from './printed.testkit';

const ingressWith = (hosts: readonly string[]): string =>
  `metadata: { name: web }\nspec: { rules: [${hosts.map((host) => `{ host: "${host}" }`).join(', ')}] }`;

describe('The columns of networking', () => {
  it('of an ingress that nobody acts on', () => {
    const yaml = `
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: { name: web }
spec:
  ingressClassName: nginx
  tls: [{ hosts: [shop.example.com], secretName: shop-tls }]
  rules:
    - host: shop.example.com
      http: { paths: [{ path: /, pathType: Prefix, backend: { service: { name: web, port: { number: 80 } } } }] }
`;
    expect(printed('networking.k8s.io/v1/ingresses', yaml)).to.equal(
      'NAME   CLASS   HOSTS              ADDRESS   PORTS     AGE\n' +
        'web    nginx   shop.example.com             80, 443   90s\n',
    );
  });

  it('of an ingress for every host, with a load balancer', () => {
    const yaml = `metadata: { name: web }\nstatus: { loadBalancer: { ingress: [{ ip: 203.0.113.7 }] } }`;
    expect(printed('networking.k8s.io/v1/ingresses', yaml)).to.equal(
      'NAME   CLASS    HOSTS   ADDRESS       PORTS   AGE\nweb    <none>   *       203.0.113.7   80      90s\n',
    );
  });

  it('of an ingress show the first three hosts', () => {
    const cells = (hosts: readonly string[]): string =>
      printed('networking.k8s.io/v1/ingresses', ingressWith(hosts));
    expect(cells(['a', 'b', 'c']))
      .to.contain(' a,b,c ')
      .and.not.to.contain('more');
    expect(cells(['a', 'b', 'c', 'd', 'e'])).to.contain(' a,b,c + 2 more... ');
    expect(cells(['a', '', 'b', 'c', ''])).to.contain(' a,b,c + 2 more... ');
  });

  it('of an ingress class tell that it is the default one', () => {
    const yaml = `
metadata: { name: nginx, annotations: { ingressclass.kubernetes.io/is-default-class: "true" } }
spec:
  controller: k8s.io/ingress-nginx
  parameters: { apiGroup: k8s.example.com, kind: IngressParameters, name: outer }
`;
    expect(printed('networking.k8s.io/v1/ingressclasses', yaml)).to.equal(
      'NAME              CONTROLLER             PARAMETERS                                AGE\n' +
        'nginx (default)   k8s.io/ingress-nginx   IngressParameters.k8s.example.com/outer   90s\n',
    );
    const without = 'metadata: { name: nginx }\nspec: { parameters: null }';
    expect(printed('networking.k8s.io/v1/ingressclasses', without)).to.match(/\nnginx +<none> +90s\n$/);
  });

  it('of a network policy', () => {
    const yaml = `
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: deny }
spec:
  podSelector: { matchLabels: { role: db }, matchExpressions: [{ key: debug, operator: DoesNotExist }] }
  policyTypes: [Ingress]
`;
    expect(printed('networking.k8s.io/v1/networkpolicies', yaml)).to.equal(
      'NAME   POD-SELECTOR     AGE\ndeny   !debug,role=db   90s\n',
    );
    expect(
      printed('networking.k8s.io/v1/networkpolicies', 'metadata: { name: deny }\nspec: { podSelector: {} }'),
    ).to.equal('NAME   POD-SELECTOR   AGE\ndeny   <none>         90s\n');
  });

  it('of addresses and their ranges', () => {
    expect(
      printed(
        'networking.k8s.io/v1/servicecidrs',
        'metadata: { name: more }\nspec: { cidrs: [10.1.0.0/16, "fd01::/112"] }',
      ),
    ).to.equal('NAME   CIDRS                    AGE\nmore   10.1.0.0/16,fd01::/112   90s\n');
    const parent = '{ group: "", resource: services, namespace: shop, name: web }';
    expect(
      printed(
        'networking.k8s.io/v1/ipaddresses',
        `metadata: { name: 10.1.0.7 }\nspec: { parentRef: ${parent} }`,
      ),
    ).to.equal('NAME       PARENTREF\n10.1.0.7   services/shop/web\n');
    const ofGroup = '{ group: gateway.networking.k8s.io, resource: Gateways, name: edge }';
    expect(
      printed(
        'networking.k8s.io/v1/ipaddresses',
        `metadata: { name: 10.1.0.7 }\nspec: { parentRef: ${ofGroup} }`,
      ),
    ).to.contain('gateways.gateway.networking.k8s.io/edge');
    expect(printed('networking.k8s.io/v1/ipaddresses', 'metadata: { name: 10.1.0.7 }')).to.contain(
      '10.1.0.7   <none>',
    );
  });
});
