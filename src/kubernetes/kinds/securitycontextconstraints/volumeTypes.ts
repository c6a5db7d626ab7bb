/** Stands for every type of volume. */
export const ALL_VOLUMES = '*';
/** Stands for no volume at all. */
export const NO_VOLUMES = 'none';

/**
 * What constraints call the sources of volumes, by the field of a volume, in the order in which a volume is asked.
 * @see github.com/openshift/apiserver-library-go/pkg/securitycontextconstraints/util GetVolumeFSType
 */
export const volumeTypes = {
  hostPath: 'hostPath',
  emptyDir: 'emptyDir',
  gcePersistentDisk: 'gcePersistentDisk',
  awsElasticBlockStore: 'awsElasticBlockStore',
  gitRepo: 'gitRepo',
  secret: 'secret',
  nfs: 'nfs',
  iscsi: 'iscsi',
  glusterfs: 'glusterfs',
  persistentVolumeClaim: 'persistentVolumeClaim',
  rbd: 'rbd',
  flexVolume: 'flexVolume',
  cinder: 'cinder',
  cephfs: 'cephFS',
  flocker: 'flocker',
  downwardAPI: 'downwardAPI',
  fc: 'fc',
  azureFile: 'azureFile',
  configMap: 'configMap',
  vsphereVolume: 'vsphere',
  quobyte: 'quobyte',
  azureDisk: 'azureDisk',
  photonPersistentDisk: 'photonPersistentDisk',
  projected: 'projected',
  portworxVolume: 'portworxVolume',
  scaleIO: 'scaleIO',
  storageos: 'storageOS',
  csi: 'csi',
  ephemeral: 'ephemeral',
  image: 'image',
} as const;
