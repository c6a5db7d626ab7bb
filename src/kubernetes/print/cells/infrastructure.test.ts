import { expect } from 'chai';
import { printed, printedWide } from './printed.testkit';

describe('The columns of storage', () => {
  it('of a storage class tell that it is the default one', () => {
    const yaml = `
apiVersion: storage.k8s.io/v1
kind: StorageClass
metadata: { name: fast, annotations: { storageclass.kubernetes.io/is-default-class: "true" } }
provisioner: disk.example.com
allowVolumeExpansion: true
`;
    expect(printed('storage.k8s.io/v1/storageclasses', yaml)).to.equal(
      'NAME             PROVISIONER        RECLAIMPOLICY   VOLUMEBINDINGMODE   ALLOWVOLUMEEXPANSION   AGE\n' +
        'fast (default)   disk.example.com   Delete          Immediate           true                   90s\n',
    );
    expect(printed('storage.k8s.io/v1/storageclasses', 'metadata: { name: fast }')).to.match(
      /\nfast .* false +90s/,
    );
  });

  it('of a CSI driver', () => {
    expect(printed('storage.k8s.io/v1/csidrivers', 'metadata: { name: disk }')).to.equal(
      'NAME   ATTACHREQUIRED   PODINFOONMOUNT   STORAGECAPACITY   TOKENREQUESTS   REQUIRESREPUBLISH   MODES        AGE\n' +
        'disk   true             false            false             <unset>         false               Persistent   90s\n',
    );
    const spec =
      'spec: { attachRequired: false, requiresRepublish: true, tokenRequests: [{ audience: a }, { audience: "" }], volumeLifecycleModes: [Ephemeral, Persistent] }';
    expect(printed('storage.k8s.io/v1/csidrivers', `metadata: { name: disk }\n${spec}`)).to.match(
      /\ndisk +false +false +false +a, +true +Ephemeral,Persistent +90s\n$/,
    );
  });

  it('of what belongs to it', () => {
    const attachment = `
metadata: { name: csi-1 }
spec: { attacher: disk.example.com, nodeName: east-1, source: { persistentVolumeName: disk-1 } }
`;
    expect(printed('storage.k8s.io/v1/volumeattachments', attachment)).to.equal(
      'NAME    ATTACHER           PV       NODE     ATTACHED   AGE\n' +
        'csi-1   disk.example.com   disk-1   east-1   false      90s\n',
    );
    expect(
      printed('storage.k8s.io/v1/csinodes', 'metadata: { name: east-1 }\nspec: { drivers: [{ name: d }] }'),
    ).to.equal('NAME     DRIVERS   AGE\neast-1   1         90s\n');
    expect(
      printed('storage.k8s.io/v1/csistoragecapacities', 'metadata: { name: c }\ncapacity: 1Gi'),
    ).to.equal('NAME   CREATED AT\nc      2026-01-01T00:00:00Z\n');
    expect(
      printed('storage.k8s.io/v1/volumeattributesclasses', 'metadata: { name: gold }\ndriverName: d'),
    ).to.equal('NAME   DRIVERNAME   AGE\ngold   d            90s\n');
  });
});

describe('The columns of extensions', () => {
  it('of a definition of custom resources tell when it was created', () => {
    const yaml = `
apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata: { name: backups.example.com }
spec: { group: example.com }
`;
    expect(printed('apiextensions.k8s.io/v1/customresourcedefinitions', yaml)).to.equal(
      'NAME                  CREATED AT\nbackups.example.com   2026-01-01T00:00:00Z\n',
    );
  });

  it('of an API service', () => {
    const apiService = (rest: string): string =>
      printed('apiregistration.k8s.io/v1/apiservices', `metadata: { name: v1.example.com }\n${rest}`);
    expect(apiService('')).to.equal(
      'NAME             SERVICE   AVAILABLE   AGE\nv1.example.com   Local     Unknown     90s\n',
    );
    const status = (condition: string): string =>
      `status: { conditions: [{ type: Available, ${condition} }] }`;
    const served = 'spec: { service: { namespace: shop, name: api } }';
    expect(apiService(`${served}\n${status('status: "False", reason: ServiceNotFound')}`)).to.match(
      /\nv1.example.com +shop\/api +False \(ServiceNotFound\) +90s\n$/,
    );
    expect(apiService(status('status: "True", reason: Local'))).to.contain(' Local     True   ');
  });
});

describe('The columns of what runs and controls pods', () => {
  it('of a certificate signing request', () => {
    const request = (rest: string): string =>
      printed('certificates.k8s.io/v1/certificatesigningrequests', `metadata: { name: eve }\n${rest}`);
    expect(request('spec: { signerName: kubernetes.io/kube-apiserver-client, username: eve }')).to.equal(
      'NAME   AGE   SIGNERNAME                            REQUESTOR   REQUESTEDDURATION   CONDITION\n' +
        'eve    90s   kubernetes.io/kube-apiserver-client   eve         <none>              Pending\n',
    );
    const done = 'status: { conditions: [{ type: Approved }], certificate: YQ== }';
    expect(request(`spec: { expirationSeconds: 86400 }\n${done}`)).to.match(/ 24h +Approved,Issued\n$/);
    const undone = 'status: { conditions: [{ type: Approved }, { type: Denied }, { type: Failed }] }';
    expect(request(undone)).to.match(/ Denied,Failed\n$/);
  });

  it('of a runtime class', () => {
    expect(printed('node.k8s.io/v1/runtimeclasses', 'metadata: { name: gvisor }\nhandler: runsc')).to.equal(
      'NAME     HANDLER   AGE\ngvisor   runsc     90s\n',
    );
  });

  it('of claims to devices', () => {
    const state = (rest: string, metadata = '{ name: gpu }'): string =>
      printed('resource.k8s.io/v1/resourceclaims', `metadata: ${metadata}\n${rest}`).split(/ {3,}|\n/)[4] ??
      '';
    expect(state('')).to.equal('pending');
    expect(state('status: { allocation: {} }')).to.equal('allocated');
    const reserved = 'status: { allocation: {}, reservedFor: [{ name: web }] }';
    expect(state(reserved)).to.equal('allocated,reserved');
    const deleted = '{ name: gpu, deletionTimestamp: "2026-01-01T00:01:00Z" }';
    expect(state('', deleted)).to.equal('deleted');
    expect(state(reserved, deleted)).to.equal('deleted,allocated,reserved');
  });

  it('of devices', () => {
    const slice =
      'metadata: { name: s }\nspec: { nodeName: east-1, driver: gpu.example.com, pool: { name: east } }';
    expect(printed('resource.k8s.io/v1/resourceslices', slice)).to.equal(
      'NAME   NODE     DRIVER            POOL   AGE\ns      east-1   gpu.example.com   east   90s\n',
    );
  });

  it('of events in their own group', () => {
    const yaml = `
metadata: { name: web.1 }
eventTime: "2026-01-01T00:01:00.000000Z"
type: Normal
reason: Pulled
note: " it is there\\n"
regarding: { kind: Pod, name: web, fieldPath: "spec.containers{main}" }
reportingController: kubelet
reportingInstance: east-1
`;
    expect(printed('events.k8s.io/v1/events', yaml)).to.equal(
      'LAST SEEN   TYPE     REASON   OBJECT    MESSAGE\n30s         Normal   Pulled   pod/web   it is there\n',
    );
    expect(printedWide('events.k8s.io/v1/events', yaml)).to.match(
      /pod\/web +spec.containers{main} +kubelet, east-1 +it is there +30s +1 +web.1\n$/,
    );
    const repeated = `
metadata: { name: web.1 }
deprecatedFirstTimestamp: "2026-01-01T00:00:10Z"
deprecatedLastTimestamp: "2026-01-01T00:00:20Z"
deprecatedCount: 4
deprecatedSource: { component: kubelet, host: east-1 }
`;
    expect(printedWide('events.k8s.io/v1/events', repeated)).to.match(
      /\n70s .* kubelet, east-1 +80s +4 +web.1\n$/,
    );
    const series = 'series: { count: 7, lastObservedTime: "2026-01-01T00:01:25.000000Z" }';
    expect(printedWide('events.k8s.io/v1/events', `${repeated}${series}`)).to.match(
      /\n5s .* 80s +7 +web.1\n$/,
    );
  });
});
