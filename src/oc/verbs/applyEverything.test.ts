import { expect } from 'chai';
import { daemonSetYaml, openTerminal } from '../terminal.testkit';

/** What people keep in one file beside a daemon set. */
const BESIDE = `apiVersion: v1
kind: Service
metadata: {name: web, namespace: shop}
spec: {selector: {app: web}, ports: [{port: 80}]}
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: web, namespace: shop}
spec: {selector: {matchLabels: {app: web}}, template: {metadata: {labels: {app: web}}, spec: {containers: [{name: c, image: x:1}]}}}
---
apiVersion: v1
kind: Secret
metadata: {name: s, namespace: shop}
stringData: {a: b}
---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {name: np, namespace: shop}
spec: {podSelector: {matchLabels: {app: web}}, policyTypes: [Ingress]}
---
apiVersion: policy/v1
kind: PodDisruptionBudget
metadata: {name: pdb, namespace: shop}
spec: {minAvailable: 1, selector: {matchLabels: {app: web}}}
---
apiVersion: admissionregistration.k8s.io/v1
kind: ValidatingWebhookConfiguration
metadata: {name: wh}
webhooks:
- name: a.example.com
  admissionReviewVersions: [v1]
  sideEffects: None
  clientConfig: {service: {name: web, namespace: shop}}
---
apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata: {name: backups.example.com}
spec:
  group: example.com
  scope: Namespaced
  names: {plural: backups, kind: Backup, shortNames: [bk]}
  versions:
  - name: v1
    served: true
    storage: true
    schema: {openAPIV3Schema: {type: object, properties: {spec: {type: object, properties: {size: {type: integer}}}}}}
    additionalPrinterColumns: [{name: Size, type: integer, jsonPath: .spec.size}]
---
apiVersion: example.com/v1
kind: Backup
metadata: {name: nightly, namespace: shop}
spec: {size: 3}
`;

const CUSTOM = /^apiVersion: example[\s\S]*?---\n|---\napiVersion: example[\s\S]*$/m;

const files = {
  'all.yaml': `${daemonSetYaml()}---\n${BESIDE}`,
  'kubernetes.yaml': `${daemonSetYaml()}---\n${BESIDE.replace(CUSTOM, '')}`,
  'misspelt.yaml': BESIDE.replaceAll('Backup', 'Bakcup'),
};

describe('a file with everything in it', () => {
  it('is applied whole', async () => {
    const { run } = await openTerminal({ files });
    const { exitCode, stdout } = await run('oc apply -f kubernetes.yaml');
    expect(exitCode).to.equal(0);
    expect(stdout.split('\n').filter((line) => line.endsWith(' created'))).to.have.length(8);
  });

  it('has custom resources refused at first, and taken once their definition is there', async () => {
    const { run, see, cluster } = await openTerminal({ files });
    const first = await run('oc apply -f all.yaml');
    expect([first.exitCode, first.stderr]).to.deep.equal([
      1,
      'error: resource mapping not found for name: "nightly" namespace: "shop" from "all.yaml": ' +
        'no matches for kind "Backup" in version "example.com/v1"\nensure CRDs are installed first\n',
    ]);
    await cluster.time.settle();
    expect(await see('oc apply -f all.yaml')).to.contain('backup.example.com/nightly created\n');
    expect(await see('oc get bk -n shop')).to.equal('NAME      SIZE\nnightly   3\n');
    expect(await see('oc get deployments,services -n shop')).to.contain('deployment.apps/web');
  });

  it('lets objects go with the namespace, and custom resources with their definition', async () => {
    const { run, see } = await openTerminal({ files });
    await see('oc apply -f all.yaml');
    await see('oc apply -f all.yaml');
    await see('oc delete crd backups.example.com');
    expect((await run('oc get backups -A')).stderr).to.equal(
      'error: the server doesn\'t have a resource type "backups"\n',
    );
    await see('oc delete namespace shop');
    expect(await see('oc get deployments,services,secrets -A')).to.equal('No resources found\n');
  });
});
