/** Words of a text. */
const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

/**
 * Fields of texts that hold no name which the lens changes, whatever type has them. A name of something in the same
 * namespace stays as it is; so do names of parts, paths, addresses, keys and sentences.
 */
export const PLAIN_FIELDS = words(`
  $ref $schema action add address addresses admissionReviewVersions apiVersions appProtocol architecture
  args attachmentMetadata audience audiences bindingConditions bindingFailureConditions bootID capacityKey
  categories certificateChainPath cidr cidrs claimName clusterIP clusterIPs command completedIndexes
  component conditionType container containerID containerName containerRuntimeVersion containers
  controller conversionReviewVersions counterSet credentialBundlePath currentRevision data datasetName
  datasetUUID declaredFeatures deprecatedTopology deprecationWarning description device devicePath
  directory diskName diskURI distinctAttribute drop dryRun endpoints error evaluationError except
  expression extendedResourceName externalID externalIPs externalName extra failed failedIndexes fieldPath
  fieldRef fieldsType finalizers format fsGroupPolicy fsType gateway generateName gmsaCredentialSpec
  gmsaCredentialSpecName handler hardwareAddress health holderIdentity hostIP hostname hostnameOverride
  hostnames hosts id image imageID imageRef initiatorName interfaceName ip ipMode ips iqn iscsiInterface
  jsonPath kernelVersion key keyPath keyType keyring kind kubeProxyVersion kubeletConfigKey kubeletVersion
  labelSelectorPath level listKind loadBalancerClass loadBalancerIP loadBalancerSourceRanges
  localhostProfile machineID managedBy manager matchAttribute matchLabelKeys medium message
  messageExpression mismatchLabelKeys monitors mountOptions mountPath names nameservers nodeID
  nonResourceURLs note operatingSystem operation operator options osImage parameterNotFoundAction
  parameters path pattern pdID pdName plural podCIDR podCIDRs podGroupName podIP pool portals
  preferredHolder prefix propagationPolicy protectionDomain providerID rawSelector reason
  recursiveReadOnly reference registry reportingComponent reportingController reportingInstance repository
  request requestName requests required resize resource resourceClaimName resourceClaimTemplateName
  resourceID resourceName resourceNames resourceVersion resources restartPolicy revision role rule
  runAsUserName schedule schedulerName scope seLinuxChangePolicy searches secretFile secretName
  selectPolicy selfLink server service serviceAccount serviceAccountName serviceName shareID shareName
  shortNames signerName singular specReplicasPath status statusReplicasPath storageMode storagePolicyID
  storagePolicyName storagePool storedVersions strategy string stringData strings subPath subPathExpr
  subdomain subresource succeeded succeededIndexes system systemUUID targetContainerName targetPortal
  targetWWNs tenant terminationMessagePath timeZone title token topologyKey topologyKeys
  trafficDistribution type uid updateRevision url userAnnotations value valueExpression values verb verbs
  version versions volume volumeAttributes volumeHandle volumeID volumeLifecycleModes volumePath
  volumesInUse warning whenDeleted whenScaled workingDir wwids x-kubernetes-list-map-keys
  x-kubernetes-list-type x-kubernetes-map-type zone
`);

/** The same for fields that hold such a name in some types, and not in these. */
export const PLAIN_FIELDS_OF_TYPES = words(`
  admissionregistration.v1.MatchCondition.name admissionregistration.v1.MutatingWebhook.name
  admissionregistration.v1.ParamRef.name admissionregistration.v1.ServiceReference.name
  admissionregistration.v1.ValidatingWebhook.name admissionregistration.v1.Variable.name
  apiextensions.v1.CustomResourceColumnDefinition.name
  apiextensions.v1.CustomResourceDefinitionVersion.name apiextensions.v1.ServiceReference.name
  apiregistration.v1.ServiceReference.name authentication.v1.UserInfo.groups
  authentication.v1.UserInfo.username authorization.v1.ResourceRule.apiGroups
  autoscaling.v1.ScaleStatus.selector autoscaling.v2.ContainerResourceMetricSource.name
  autoscaling.v2.ContainerResourceMetricStatus.name autoscaling.v2.MetricIdentifier.name
  autoscaling.v2.ResourceMetricSource.name autoscaling.v2.ResourceMetricStatus.name
  core.v1.AttachedVolume.name core.v1.CephFSPersistentVolumeSource.user core.v1.CephFSVolumeSource.user
  core.v1.ConfigMapEnvSource.name core.v1.ConfigMapKeySelector.name core.v1.ConfigMapNodeConfigSource.name
  core.v1.ConfigMapProjection.name core.v1.ConfigMapVolumeSource.name core.v1.Container.name
  core.v1.ContainerPort.name core.v1.ContainerStatus.name core.v1.EndpointPort.name core.v1.EnvVar.name
  core.v1.EphemeralContainer.name core.v1.FileKeySelector.volumeName
  core.v1.FlexPersistentVolumeSource.driver core.v1.FlexVolumeSource.driver core.v1.HTTPGetAction.host
  core.v1.HTTPHeader.name core.v1.LocalObjectReference.name core.v1.NodeRuntimeHandler.name
  core.v1.ObjectFieldSelector.apiVersion core.v1.PodDNSConfigOption.name core.v1.PodOS.name
  core.v1.PodResourceClaim.name core.v1.PodResourceClaimStatus.name core.v1.PodSchedulingGate.name
  core.v1.QuobyteVolumeSource.group core.v1.QuobyteVolumeSource.user
  core.v1.RBDPersistentVolumeSource.user core.v1.RBDVolumeSource.user core.v1.ResourceClaim.name
  core.v1.ResourceStatus.name core.v1.SELinuxOptions.user core.v1.ScaleIOPersistentVolumeSource.volumeName
  core.v1.ScaleIOVolumeSource.volumeName core.v1.SecretEnvSource.name core.v1.SecretKeySelector.name
  core.v1.SecretProjection.name core.v1.SecretReference.name core.v1.ServicePort.name
  core.v1.StorageOSPersistentVolumeSource.volumeName core.v1.StorageOSVolumeSource.volumeName
  core.v1.Sysctl.name core.v1.TCPSocketAction.host core.v1.Volume.name core.v1.VolumeDevice.name
  core.v1.VolumeMount.name core.v1.VolumeMountStatus.name discovery.v1.EndpointPort.name
  discovery.v1.ForZone.name flowcontrol.v1.ServiceAccountSubject.name meta.v1.DeleteOptions.apiVersion
  meta.v1.ManagedFieldsEntry.apiVersion meta.v1.ObjectMeta.name networking.v1.IngressRule.host
  networking.v1.IngressServiceBackend.name networking.v1.ServiceBackendPort.name
  resource.v1.AllocatedDeviceStatus.driver resource.v1.CounterSet.name resource.v1.Device.name
  resource.v1.DeviceRequest.name resource.v1.DeviceRequestAllocationResult.driver
  resource.v1.DeviceSubRequest.name resource.v1.OpaqueDeviceConfiguration.driver
  resource.v1.ResourceClaimConsumerReference.name resource.v1.ResourcePool.name
  resource.v1.ResourceSliceSpec.driver
`);
