/**
 * What a text names, a list of texts or, of `labels` and `annotations`, a map: the names that the lens changes.
 * `Kind:…` is an object of that kind, which has no namespace.
 */
export type Meaning =
  | 'namespace'
  | 'node'
  | 'user'
  | 'group'
  | 'apiGroup'
  | 'apiVersion'
  | 'labels'
  | 'annotations'
  | `Kind:${string}`;

/** Which fields of which types of Kubernetes hold names, as `type.field`. A test holds them against all fields there are. */
export const REFERENCES: Readonly<Record<string, Meaning>> = {
  'meta.v1.ObjectMeta.labels': 'labels',
  'meta.v1.ObjectMeta.annotations': 'annotations',
  'meta.v1.ObjectMeta.namespace': 'namespace',
  'meta.v1.LabelSelector.matchLabels': 'labels',

  'core.v1.PodSpec.nodeName': 'node',
  'core.v1.PodSpec.nodeSelector': 'labels',
  'core.v1.PodSpec.priorityClassName': 'Kind:PriorityClass',
  'core.v1.PodSpec.runtimeClassName': 'Kind:RuntimeClass',
  'core.v1.PodStatus.nominatedNodeName': 'node',
  'core.v1.PodAffinityTerm.namespaces': 'namespace',
  'core.v1.ClusterTrustBundleProjection.name': 'Kind:ClusterTrustBundle',
  'core.v1.ReplicationControllerSpec.selector': 'labels',
  'core.v1.ServiceSpec.selector': 'labels',
  'core.v1.EventSource.host': 'node',
  'core.v1.EndpointAddress.nodeName': 'node',
  'core.v1.ConfigMapNodeConfigSource.namespace': 'namespace',

  'core.v1.CSIVolumeSource.driver': 'Kind:CSIDriver',
  'core.v1.CSIPersistentVolumeSource.driver': 'Kind:CSIDriver',
  'core.v1.PersistentVolumeClaimSpec.storageClassName': 'Kind:StorageClass',
  'core.v1.PersistentVolumeClaimSpec.volumeAttributesClassName': 'Kind:VolumeAttributesClass',
  'core.v1.PersistentVolumeClaimSpec.volumeName': 'Kind:PersistentVolume',
  'core.v1.PersistentVolumeClaimStatus.currentVolumeAttributesClassName': 'Kind:VolumeAttributesClass',
  'core.v1.ModifyVolumeStatus.targetVolumeAttributesClassName': 'Kind:VolumeAttributesClass',
  'core.v1.PersistentVolumeSpec.storageClassName': 'Kind:StorageClass',
  'core.v1.PersistentVolumeSpec.volumeAttributesClassName': 'Kind:VolumeAttributesClass',
  'core.v1.SecretReference.namespace': 'namespace',
  'core.v1.AzureFilePersistentVolumeSource.secretNamespace': 'namespace',
  'core.v1.GlusterfsPersistentVolumeSource.endpointsNamespace': 'namespace',
  'core.v1.StorageOSPersistentVolumeSource.volumeNamespace': 'namespace',
  'core.v1.StorageOSVolumeSource.volumeNamespace': 'namespace',
  'storage.v1.StorageClass.provisioner': 'Kind:CSIDriver',
  'storage.v1.CSIStorageCapacity.storageClassName': 'Kind:StorageClass',
  'storage.v1.CSINodeDriver.name': 'Kind:CSIDriver',
  'storage.v1.VolumeAttachmentSpec.attacher': 'Kind:CSIDriver',
  'storage.v1.VolumeAttachmentSpec.nodeName': 'node',
  'storage.v1.VolumeAttachmentSource.persistentVolumeName': 'Kind:PersistentVolume',
  'storage.v1.VolumeAttributesClass.driverName': 'Kind:CSIDriver',

  'networking.v1.IngressSpec.ingressClassName': 'Kind:IngressClass',
  'node.v1.Scheduling.nodeSelector': 'labels',
  'discovery.v1.Endpoint.nodeName': 'node',
  'discovery.v1.ForNode.name': 'node',
  'resource.v1.ExactDeviceRequest.deviceClassName': 'Kind:DeviceClass',
  'resource.v1.DeviceSubRequest.deviceClassName': 'Kind:DeviceClass',
  'resource.v1.Device.nodeName': 'node',
  'resource.v1.ResourceSliceSpec.nodeName': 'node',
  'resource.v1.ResourceClaimConsumerReference.apiGroup': 'apiGroup',

  'rbac.v1.PolicyRule.apiGroups': 'apiGroup',
  'authorization.v1.SubjectAccessReviewSpec.user': 'user',
  'authorization.v1.SubjectAccessReviewSpec.groups': 'group',
  'authorization.v1.SelfSubjectRulesReviewSpec.namespace': 'namespace',
  'authorization.v1.ResourceAttributes.namespace': 'namespace',
  'authorization.v1.ResourceAttributes.group': 'apiGroup',
  'security.v1.SecurityContextConstraints.users': 'user',
  'security.v1.SecurityContextConstraints.groups': 'group',
  'certificates.v1.CertificateSigningRequestSpec.username': 'user',
  'certificates.v1.CertificateSigningRequestSpec.groups': 'group',
  'flowcontrol.v1.ResourcePolicyRule.namespaces': 'namespace',
  'flowcontrol.v1.ResourcePolicyRule.apiGroups': 'apiGroup',
  'flowcontrol.v1.UserSubject.name': 'user',
  'flowcontrol.v1.GroupSubject.name': 'group',
  'flowcontrol.v1.ServiceAccountSubject.namespace': 'namespace',
  'flowcontrol.v1.PriorityLevelConfigurationReference.name': 'Kind:PriorityLevelConfiguration',

  'admissionregistration.v1.ServiceReference.namespace': 'namespace',
  'admissionregistration.v1.RuleWithOperations.apiGroups': 'apiGroup',
  'admissionregistration.v1.NamedRuleWithOperations.apiGroups': 'apiGroup',
  'admissionregistration.v1.ParamKind.apiVersion': 'apiVersion',
  'admissionregistration.v1.ParamRef.namespace': 'namespace',
  'admissionregistration.v1.MutatingAdmissionPolicyBindingSpec.policyName': 'Kind:MutatingAdmissionPolicy',
  'admissionregistration.v1.ValidatingAdmissionPolicyBindingSpec.policyName':
    'Kind:ValidatingAdmissionPolicy',
  'apiextensions.v1.ServiceReference.namespace': 'namespace',
  'apiextensions.v1.CustomResourceDefinitionSpec.group': 'apiGroup',
  'apiregistration.v1.ServiceReference.namespace': 'namespace',
  'apiregistration.v1.APIServiceSpec.group': 'apiGroup',
};

/** `io.k8s.api.core.v1.PodSpec` as it is written above: `core.v1.PodSpec`. */
export const shortTypeName = (type: string): string => type.split('.').slice(-3).join('.');
