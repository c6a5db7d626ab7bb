import { expect } from 'chai';
import { printed, printedWide } from './printed.testkit';

describe('The columns of core kinds', () => {
  it('of a secret count what it keeps, once stored', () => {
    const yaml = `
apiVersion: v1
kind: Secret
metadata: { name: keys }
data: { user: YWRtaW4=, password: c2VjcmV0 }
stringData: { password: other, token: abc }
`;
    expect(printed('v1/secrets', yaml)).to.equal('NAME   TYPE     DATA   AGE\nkeys   Opaque   3      90s\n');
    expect(printed('v1/secrets', 'metadata: { name: tls }\ntype: kubernetes.io/tls')).to.equal(
      'NAME   TYPE                DATA   AGE\ntls    kubernetes.io/tls   0      90s\n',
    );
  });

  it('of a limit range tell when it was created', () => {
    expect(printed('v1/limitranges', 'metadata: { name: limits }')).to.equal(
      'NAME     CREATED AT\nlimits   2026-01-01T00:00:00Z\n',
    );
  });

  it('of a pod template', () => {
    const yaml = `
metadata: { name: worker }
template:
  metadata: { labels: { app: worker } }
  spec: { containers: [{ name: main, image: worker:1 }] }
`;
    expect(printed('v1/podtemplates', yaml)).to.equal(
      'NAME     CONTAINERS   IMAGES     POD LABELS\nworker   main         worker:1   app=worker\n',
    );
  });

  it('of a component', () => {
    const health = (status: string): string =>
      printed(
        'v1/componentstatuses',
        `metadata: { name: etcd-0 }\nconditions: [{ type: Healthy, status: "${status}", message: ok, error: none }]`,
      );
    expect(health('True')).to.equal(
      'NAME     STATUS    MESSAGE   ERROR\netcd-0   Healthy   ok        none\n',
    );
    expect(health('False')).to.contain('etcd-0   Unhealthy   ');
    expect(printed('v1/componentstatuses', 'metadata: { name: etcd-0 }')).to.match(
      /\netcd-0 {3}Unknown +\n$/,
    );
  });
});

const CLAIM = `
apiVersion: v1
kind: PersistentVolumeClaim
metadata: { name: data }
spec:
  accessModes: [ReadWriteOnce]
  storageClassName: fast
  resources: { requests: { storage: 1Gi } }
`;

describe('The columns of volumes', () => {
  it('of a claim that nothing was found for', () => {
    expect(printed('v1/persistentvolumeclaims', CLAIM)).to.equal(
      'NAME   STATUS    VOLUME   CAPACITY   ACCESS MODES   STORAGECLASS   VOLUMEATTRIBUTESCLASS   AGE\n' +
        'data   Pending                                      fast           <unset>                 90s\n',
    );
  });

  it('of a claim that is bound', () => {
    const bound =
      'status: { phase: Bound, capacity: { storage: 2048Mi }, accessModes: [ReadOnlyMany, ReadWriteOnce] }';
    expect(printed('v1/persistentvolumeclaims', `${CLAIM}  volumeName: disk-1\n${bound}`)).to.equal(
      'NAME   STATUS   VOLUME   CAPACITY   ACCESS MODES   STORAGECLASS   VOLUMEATTRIBUTESCLASS   AGE\n' +
        'data   Bound    disk-1   2Gi        RWO,ROX        fast           <unset>                 90s\n',
    );
  });

  it('of a volume', () => {
    const yaml = `
apiVersion: v1
kind: PersistentVolume
metadata: { name: disk-1 }
spec:
  capacity: { storage: 1024Mi }
  accessModes: [ReadWriteMany, ReadWriteOncePod]
  hostPath: { path: /srv }
`;
    expect(printed('v1/persistentvolumes', yaml)).to.equal(
      'NAME     CAPACITY   ACCESS MODES   RECLAIM POLICY   STATUS    CLAIM   STORAGECLASS   VOLUMEATTRIBUTESCLASS   REASON   AGE\n' +
        'disk-1   1Gi        RWX,RWOP       Retain           Pending                          <unset>                          90s\n',
    );
    const taken = 'metadata: { name: disk-1, deletionTimestamp: "2026-01-01T00:01:00Z" }';
    expect(
      printed('v1/persistentvolumes', `${taken}\nspec: { claimRef: { namespace: shop, name: data } }`),
    ).to.match(/\ndisk-1 {3}0 {10,}Retain {11}Terminating {3}shop\/data {3}/);
  });

  it('show why a volume failed, and how it is used', () => {
    const yaml =
      'metadata: { name: disk-1 }\nspec: { volumeMode: Block }\nstatus: { phase: Failed, reason: Recycling }';
    expect(printedWide('v1/persistentvolumes', yaml)).to.match(/ Failed .* Recycling +90s +Block\n$/);
    expect(printedWide('v1/persistentvolumeclaims', CLAIM)).to.match(/ 90s +Filesystem\n$/);
  });

  it('take the class from the annotation of old first', () => {
    const yaml = `
metadata: { name: data, annotations: { volume.beta.kubernetes.io/storage-class: slow } }
spec: { storageClassName: fast }
`;
    expect(printed('v1/persistentvolumeclaims', yaml)).to.contain(' slow ').and.not.to.contain('fast');
  });
});
