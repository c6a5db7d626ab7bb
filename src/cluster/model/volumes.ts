import { by, type Fields, harmless, missing, type Treatment } from './treatment';

const NETWORK_STORAGE: Treatment = harmless(
  'Storage in the network is always there, and can always be attached; nobody counts how much of it a node may have.',
);

/** Where the files of pods come from. */
export const VOLUME_FIELDS: Readonly<Record<string, Fields>> = {
  Volume: {
    awsElasticBlockStore: NETWORK_STORAGE,
    azureDisk: NETWORK_STORAGE,
    azureFile: NETWORK_STORAGE,
    cephfs: NETWORK_STORAGE,
    cinder: NETWORK_STORAGE,
    configMap: by('kubelet'),
    csi: harmless('The driver of a CSI volume is taken to be on every node.'),
    downwardAPI: harmless('No program reads it.'),
    emptyDir: harmless('No pod is evicted because its scratch space is too full.'),
    ephemeral: missing(
      'Nobody makes the claim of such a volume, nor the volume: the pod is scheduled as if it were there.',
    ),
    fc: NETWORK_STORAGE,
    flexVolume: NETWORK_STORAGE,
    flocker: NETWORK_STORAGE,
    gcePersistentDisk: NETWORK_STORAGE,
    gitRepo: NETWORK_STORAGE,
    glusterfs: NETWORK_STORAGE,
    hostPath: harmless('Machines have no files: what a path of the host is asked for is always there.'),
    image: harmless('An image that is mounted is always there.'),
    iscsi: NETWORK_STORAGE,
    name: by('API server'),
    nfs: NETWORK_STORAGE,
    persistentVolumeClaim: by('scheduler'),
    photonPersistentDisk: NETWORK_STORAGE,
    portworxVolume: NETWORK_STORAGE,
    projected: by('kubelet'),
    quobyte: NETWORK_STORAGE,
    rbd: NETWORK_STORAGE,
    scaleIO: NETWORK_STORAGE,
    secret: by('kubelet'),
    storageos: NETWORK_STORAGE,
    vsphereVolume: NETWORK_STORAGE,
  },
};
