Feature: A pod waits for the storage that it claims

  A pod may name a *claim* to a volume, which keeps its data when the pod goes. The scheduler looks for the claim, and for what it is bound to, before it looks at any node. All pods of a daemon
  set name the same claim, so they share one volume, if it can be shared. For data of a node itself `hostPath` and `emptyDir` are the usual means.

  Background:
    Given the nodes "east-1" and "east-2"

  Rule: A pod whose claim is missing is not scheduled
    # Authority: pkg/scheduler/framework/plugins/volumebinding/volume_binding.go podHasPVCs, PreFilter; measured

    @needs-steady-control-plane
    Example: nobody has made the claim
      Given the daemon set "archive" with the pod spec:
        """
        volumes: [{name: data, persistentVolumeClaim: {claimName: data}}]
        """
      When 1 minute passes
      Then the pods of "archive" for "east-1" and "east-2" are pending
      And the events of "archive" include:
        | type    | reason           | from              | message                                                                       |
        | Warning | FailedScheduling | default-scheduler | 0/2 nodes are available: persistentvolumeclaim "data" not found. not found |

  Rule: A claim is bound to a volume that is large enough, and of its class, and the pods wait until it is
    # Authority: pkg/controller/volume/persistentvolume/pv_controller.go syncUnboundClaim; staging/src/k8s.io/component-helpers/storage/volume/pv_helpers.go FindMatchingVolume; pkg/scheduler/framework/plugins/volumebinding/binder.go GetPodVolumeClaims; measured

    Background:
      Given the file "claim.yaml":
        """
        apiVersion: v1
        kind: PersistentVolumeClaim
        metadata: {name: data}
        spec:
          storageClassName: shelf
          accessModes: [ReadWriteMany]
          resources: {requests: {storage: 10Gi}}
        """
      And I run "oc create -f claim.yaml"
      And the daemon set "archive" with the pod spec:
        """
        volumes: [{name: data, persistentVolumeClaim: {claimName: data}}]
        """

    @needs-steady-control-plane
    Example: there is no volume
      When 30 seconds pass
      Then the pods of "archive" for "east-1" and "east-2" are pending
      And the events of "archive" include:
        | type    | reason           | from              | message                                                                              |
        | Warning | FailedScheduling | default-scheduler | 0/2 nodes are available: pod has unbound immediate PersistentVolumeClaims. not found |

    Example: a volume comes
      Given the file "volume.yaml":
        """
        apiVersion: v1
        kind: PersistentVolume
        metadata: {name: shelf-1}
        spec:
          storageClassName: shelf
          accessModes: [ReadWriteMany]
          capacity: {storage: 20Gi}
          nfs: {server: nfs.example.test, path: /shelf-1}
        """
      When I run "oc create -f volume.yaml"
      Then "archive" runs one pod on each of "east-1" and "east-2" and nowhere else

    Example: the volume that comes is too small
      Given the file "volume.yaml":
        """
        apiVersion: v1
        kind: PersistentVolume
        metadata: {name: shelf-1}
        spec:
          storageClassName: shelf
          accessModes: [ReadWriteMany]
          capacity: {storage: 5Gi}
          nfs: {server: nfs.example.test, path: /shelf-1}
        """
      And I run "oc create -f volume.yaml"
      When 30 seconds pass
      Then the pods of "archive" for "east-1" and "east-2" are pending

  Rule: If its class waits for the first pod, a node is chosen for that pod first, and the pod is bound once there is a volume
    # Authority: pkg/scheduler/framework/plugins/volumebinding/volume_binding.go PreBind; pkg/scheduler/framework/plugins/volumebinding/binder.go FindPodVolumes, BindPodVolumes, checkBindings; measured

    Background:
      Given the daemon set "archive" with the pod spec:
        """
        volumes: [{name: data, persistentVolumeClaim: {claimName: data}}]
        """
      And the file "claim.yaml":
        """
        apiVersion: v1
        kind: PersistentVolumeClaim
        metadata: {name: data}
        spec:
          storageClassName: shared
          accessModes: [ReadWriteMany]
          resources: {requests: {storage: 10Gi}}
        """

    Example: nobody makes the volume
      Given the file "class.yaml":
        """
        apiVersion: storage.k8s.io/v1
        kind: StorageClass
        metadata: {name: shared}
        provisioner: nfs.example.test
        volumeBindingMode: WaitForFirstConsumer
        """
      And I run "oc create -f class.yaml -f claim.yaml"
      When 30 seconds pass
      Then the pods of "archive" for "east-1" and "east-2" are pending

    Example: somebody makes the volume for the claim
      Given the file "class.yaml":
        """
        apiVersion: storage.k8s.io/v1
        kind: StorageClass
        metadata: {name: shared}
        provisioner: nfs.example.test
        volumeBindingMode: WaitForFirstConsumer
        """
      And I run "oc create -f class.yaml -f claim.yaml"
      And the file "volume.yaml":
        """
        apiVersion: v1
        kind: PersistentVolume
        metadata: {name: shared-1}
        spec:
          storageClassName: shared
          accessModes: [ReadWriteMany]
          capacity: {storage: 10Gi}
          nfs: {server: nfs.example.test, path: /shared-1}
          claimRef: {namespace: demo, name: data}
        """
      When I run "oc create -f volume.yaml"
      Then "archive" runs one pod on each of "east-1" and "east-2" and nowhere else

    Example: a volume is there already, and the scheduler gives it to the claim
      Given the file "volume.yaml":
        """
        apiVersion: storage.k8s.io/v1
        kind: StorageClass
        metadata: {name: shared}
        provisioner: kubernetes.io/no-provisioner
        volumeBindingMode: WaitForFirstConsumer
        ---
        apiVersion: v1
        kind: PersistentVolume
        metadata: {name: shared-1}
        spec:
          storageClassName: shared
          accessModes: [ReadWriteMany]
          capacity: {storage: 10Gi}
          nfs: {server: nfs.example.test, path: /shared-1}
        """
      And I run "oc create -f volume.yaml"
      When I run "oc create -f claim.yaml"
      Then "archive" runs one pod on each of "east-1" and "east-2" and nowhere else
      And the pods of "archive" on "east-1" and "east-2" were never replaced

  Rule: Where the volume is, the pod may run, and nowhere else
    # Authority: pkg/scheduler/framework/plugins/volumebinding/binder.go checkBoundClaims; staging/src/k8s.io/component-helpers/storage/volume/helpers.go CheckNodeAffinity; measured

    Example: a disk of one node
      Given the daemon set "archive" with the pod spec:
        """
        volumes: [{name: data, persistentVolumeClaim: {claimName: data}}]
        """
      And the file "disk.yaml":
        """
        apiVersion: v1
        kind: PersistentVolume
        metadata: {name: disk-1}
        spec:
          storageClassName: disks
          accessModes: [ReadWriteOnce]
          capacity: {storage: 10Gi}
          local: {path: /mnt/disk}
          claimRef: {namespace: demo, name: data}
          nodeAffinity: {required: {nodeSelectorTerms: [{matchExpressions: [{key: kubernetes.io/hostname, operator: In, values: [east-1]}]}]}}
        ---
        apiVersion: v1
        kind: PersistentVolumeClaim
        metadata: {name: data}
        spec:
          storageClassName: disks
          volumeName: disk-1
          accessModes: [ReadWriteOnce]
          resources: {requests: {storage: 10Gi}}
        """
      When I run "oc create -f disk.yaml"
      Then "archive" runs one pod on "east-1"
      But the pod of "archive" for "east-2" is pending
