import { deepEqual } from '../../../kubernetes/fields/equality';
import type { ConfigMap } from '../../../kubernetes/kinds/configmap/configMap';
import { resources } from '../../../kubernetes/kinds/resources';
import type { ServiceAccount } from '../../../kubernetes/kinds/serviceaccount/serviceAccount';
import type { Surroundings } from '../../component/component';
import { Publisher } from './publisher';

/**
 * Gives every namespace its service account `default`. What people write into it stays.
 * @see pkg/controller/serviceaccount/serviceaccounts_controller.go syncNamespace
 */
export class ServiceAccountsController extends Publisher<ServiceAccount> {
  constructor(surroundings: Surroundings) {
    super('serviceaccount-controller', surroundings, {
      resource: resources.serviceaccounts,
      object: { apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name: 'default' } },
    });
  }
}

/** Nobody here has certificates: this stands where they would. */
const NO_CERTIFICATE = '-----BEGIN CERTIFICATE-----\n-----END CERTIFICATE-----\n';

const DESCRIPTION = 'kubernetes.io/description';

const ROOT_DATA = { 'ca.crt': NO_CERTIFICATE };
const ROOT_NOTES = {
  [DESCRIPTION]:
    'Contains a CA bundle that can be used to verify the kube-apiserver when using internal endpoints such as the internal service IP or kubernetes.default.svc. No other usage is guaranteed across distributions of Kubernetes clusters.',
};

/**
 * Gives every namespace the config map with which the API server is recognized, and puts right what is changed in it.
 * @see pkg/controller/certificates/rootcacertpublisher/publisher.go syncNamespace
 */
export class RootCertificatePublisher extends Publisher<ConfigMap> {
  constructor(surroundings: Surroundings) {
    super('root-ca-certificate-publisher', surroundings, {
      resource: resources.configmaps,
      object: {
        apiVersion: 'v1',
        kind: 'ConfigMap',
        metadata: { name: 'kube-root-ca.crt', annotations: ROOT_NOTES },
        data: ROOT_DATA,
      },
      mended: (current) => {
        const { annotations } = current.metadata;
        if (deepEqual(current.data, ROOT_DATA) && annotations?.[DESCRIPTION]) return current;
        const metadata = { ...current.metadata, annotations: { ...annotations, ...ROOT_NOTES } };
        return { ...current, metadata, data: ROOT_DATA };
      },
    });
  }
}

const INJECT = { 'service.beta.openshift.io/inject-cabundle': 'true' };

/**
 * Gives every namespace the config map with which OpenShift's services are recognized. It is empty: its operator, which
 * would fill it, is not there.
 * @see openshift/kubernetes openshift-kube-controller-manager/servicecacertpublisher/publisher.go syncNamespace
 */
export class ServiceCertificatePublisher extends Publisher<ConfigMap> {
  constructor(surroundings: Surroundings) {
    super('service-ca-certificate-publisher', surroundings, {
      resource: resources.configmaps,
      object: {
        apiVersion: 'v1',
        kind: 'ConfigMap',
        metadata: { name: 'openshift-service-ca.crt', annotations: INJECT },
        data: { 'service-ca.crt': '' },
      },
      mended: (current) =>
        deepEqual(current.metadata.annotations, INJECT)
          ? current
          : { ...current, metadata: { ...current.metadata, annotations: INJECT } },
    });
  }
}
