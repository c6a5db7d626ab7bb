Feature: A pod waits for the storage that it claims

  A pod may name a *claim* to a volume, which keeps its data when the pod goes. The scheduler looks for the claim, and for what it is bound to, before it looks at any node. All pods of a daemon
  set name the same claim, so they share one volume, if it can be shared. For data of a node itself `hostPath` and `emptyDir` are the usual means.

  Background:
    Given the nodes "east-1" and "east-2"
    And the daemon set "archive" with the pod spec:
      """
      volumes: [{name: data, persistentVolumeClaim: {claimName: data}}]
      """

  Rule: A pod whose claim is missing is not scheduled
    # Authority: pkg/scheduler/framework/plugins/volumebinding/volume_binding.go podHasPVCs, PreFilter; measured

    @needs-steady-control-plane
    Example: nobody has made the claim
      When 1 minute passes
      Then the pods of "archive" for "east-1" and "east-2" are pending
      And the events of "archive" include:
        | type    | reason           | from              | message                                                                       |
        | Warning | FailedScheduling | default-scheduler | 0/2 nodes are available: persistentvolumeclaim "data" not found. not found |

  Rule: A claim has to be bound, unless its class waits for the first pod
    # Authority: pkg/scheduler/framework/plugins/volumebinding/binder.go GetPodVolumeClaims; staging/src/k8s.io/component-helpers/storage/volume/helpers.go IsDelayBindingMode

    @needs-steady-control-plane
    Example: there is a claim, and no volume for it
      Given the file "claim.yaml":
        """
        apiVersion: v1
        kind: PersistentVolumeClaim
        metadata: {name: data}
        spec:
          storageClassName: ""
          accessModes: [ReadWriteMany]
          resources: {requests: {storage: 10Gi}}
        """
      When I run "oc create -f claim.yaml"
      Then the pods of "archive" for "east-1" and "east-2" are pending
      And the events of "archive" include:
        | type    | reason           | from              | message                                                                              |
        | Warning | FailedScheduling | default-scheduler | 0/2 nodes are available: pod has unbound immediate PersistentVolumeClaims. not found |

    Example: its class waits for the first pod, and so the pods are given their nodes first
      Given the file "claim.yaml":
        """
        apiVersion: storage.k8s.io/v1
        kind: StorageClass
        metadata: {name: shared}
        provisioner: nfs.example.test
        volumeBindingMode: WaitForFirstConsumer
        ---
        apiVersion: v1
        kind: PersistentVolumeClaim
        metadata: {name: data}
        spec:
          storageClassName: shared
          accessModes: [ReadWriteMany]
          resources: {requests: {storage: 10Gi}}
        """
      When I run "oc create -f claim.yaml"
      Then "archive" runs one pod on each of "east-1" and "east-2" and nowhere else
      And the pods of "archive" on "east-1" and "east-2" were never replaced

  Rule: Where the volume is, the pod may run, and nowhere else
    # Authority: pkg/scheduler/framework/plugins/volumebinding/binder.go checkBoundClaims; staging/src/k8s.io/component-helpers/storage/volume/helpers.go CheckNodeAffinity

    Example: a disk of one node
      Given the file "disk.yaml":
        """
        apiVersion: v1
        kind: PersistentVolume
        metadata: {name: disk-1}
        spec:
          accessModes: [ReadWriteOnce]
          capacity: {storage: 10Gi}
          local: {path: /mnt/disk}
          claimRef: {namespace: demo, name: data}
          nodeAffinity: {required: {nodeSelectorTerms: [{matchExpressions: [{key: kubernetes.io/hostname, operator: In, values: [east-1]}]}]}}
        ---
        apiVersion: v1
        kind: PersistentVolumeClaim
        metadata: {name: data, annotations: {pv.kubernetes.io/bind-completed: "yes"}}
        spec:
          volumeName: disk-1
          accessModes: [ReadWriteOnce]
          resources: {requests: {storage: 10Gi}}
        """
      When I run "oc create -f disk.yaml"
      Then "archive" runs one pod on "east-1"
      But the pod of "archive" for "east-2" is pending
