import { expect } from 'chai';
import { printed, printedWide } from './printed.testkit';

const SERVICE = `
apiVersion: v1
kind: Service
metadata:
  name: web
spec:
  selector: { app: web, tier: front }
  ports:
    - port: 80
      targetPort: 8080
    - port: 53
      protocol: UDP
`;

const withType = (type: string, rest = ''): string => `
metadata: { name: web }
spec: { type: ${type}, ports: [{ port: 80, nodePort: 30080 }], ${rest} }
`;

/** The cell EXTERNAL-IP. */
const externalIp = (yaml: string): string =>
  printed('v1/services', yaml).split('\n')[1]?.split(/ {3,}/)[3] ?? '';

describe('The columns of services', () => {
  it('of one that nobody gave an address', () => {
    expect(printed('v1/services', SERVICE)).to.equal(
      'NAME   TYPE        CLUSTER-IP   EXTERNAL-IP   PORT(S)         AGE\n' +
        'web    ClusterIP   <none>       <none>        80/TCP,53/UDP   90s\n',
    );
  });

  it('of one in full', () => {
    expect(printedWide('v1/services', SERVICE)).to.equal(
      'NAME   TYPE        CLUSTER-IP   EXTERNAL-IP   PORT(S)         AGE   SELECTOR\n' +
        'web    ClusterIP   <none>       <none>        80/TCP,53/UDP   90s   app=web,tier=front\n',
    );
  });

  it('of one without a cluster address, and without ports', () => {
    expect(printed('v1/services', 'metadata: { name: db }\nspec: { clusterIP: None }')).to.equal(
      'NAME   TYPE        CLUSTER-IP   EXTERNAL-IP   PORT(S)   AGE\n' +
        'db     ClusterIP   None         <none>        <none>    90s\n',
    );
  });

  it('of one with a port on every node', () => {
    expect(printed('v1/services', withType('NodePort', 'clusterIPs: [10.96.0.7, "fd00::7"]'))).to.equal(
      'NAME   TYPE       CLUSTER-IP   EXTERNAL-IP   PORT(S)        AGE\n' +
        'web    NodePort   10.96.0.7    <none>        80:30080/TCP   90s\n',
    );
  });

  it('wait for a load balancer, then show where it is', () => {
    expect(externalIp(withType('LoadBalancer'))).to.equal('<pending>');
    expect(externalIp(withType('LoadBalancer', 'externalIPs: [203.0.113.9]'))).to.equal('203.0.113.9');
    const ready =
      'status: { loadBalancer: { ingress: [{ hostname: lb.example.com }, { ip: 203.0.113.7 }] } }';
    expect(externalIp(withType('LoadBalancer') + ready)).to.equal('203.0.113.7,lb.example.com');
  });

  it('show where a name leads, and that a type is not known', () => {
    expect(externalIp(withType('ExternalName', 'externalName: db.example.com'))).to.equal('db.example.com');
    expect(externalIp(withType('Other'))).to.equal('<unknown>');
  });
});

describe('The columns of endpoints', () => {
  it('show the first three', () => {
    const yaml = `
metadata: { name: web }
subsets:
  - addresses: [{ ip: 10.0.0.1 }, { ip: "fd00::1" }]
    ports: [{ port: 80 }, { port: 443 }]
  - addresses: [{ ip: 10.0.0.9 }]
`;
    expect(printed('v1/endpoints', yaml)).to.equal(
      'NAME   ENDPOINTS                                           AGE\n' +
        'web    10.0.0.1:80,[fd00::1]:80,10.0.0.1:443 + 2 more...   90s\n',
    );
    expect(printed('v1/endpoints', 'metadata: { name: web }')).to.match(/\nweb +<none> +90s\n$/);
    expect(printed('v1/endpoints', 'metadata: { name: web }\nsubsets: [{}]')).to.match(/\nweb +90s\n$/);
  });

  it('of a slice show the first three, without their ports', () => {
    const yaml = `
metadata: { name: web-x }
addressType: IPv4
ports: [{ port: 80 }, { name: https }]
endpoints: [{ addresses: [10.0.0.1, 10.0.0.2] }, { addresses: [10.0.0.3] }, { addresses: [10.0.0.4] }]
`;
    expect(printed('discovery.k8s.io/v1/endpointslices', yaml)).to.equal(
      'NAME    ADDRESSTYPE   PORTS      ENDPOINTS                                AGE\n' +
        'web-x   IPv4          80,https   10.0.0.1,10.0.0.2,10.0.0.3 + 1 more...   90s\n',
    );
    const four = 'ports: [{ port: 1 }, { port: 2 }, { port: 3 }, { port: 4 }]';
    expect(printed('discovery.k8s.io/v1/endpointslices', `metadata: { name: web-x }\n${four}`)).to.contain(
      ' 1,2,3 + 1 more... ',
    );
    expect(
      printed('discovery.k8s.io/v1/endpointslices', 'metadata: { name: web-x }\naddressType: FQDN'),
    ).to.equal(
      'NAME    ADDRESSTYPE   PORTS     ENDPOINTS   AGE\nweb-x   FQDN          <unset>   <unset>     90s\n',
    );
  });
});
