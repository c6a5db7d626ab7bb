@D05
Feature: Storage drivers: half of them on every node, half only where the disks are

  A volume is brought to a pod on the pod's own node. So the node's half of a storage driver has to be on every node. Others serve the storage itself, and belong to the nodes
  that have disks for it. The five manifests beside this file are in the shape of a cloud's disk driver, the NFS driver, the daemons of GlusterFS and Ceph, Longhorn, and
  the provisioner of local disks.

  Background:
    Given the nodes:
      | name      | labels                                 | taints                                                                            | nvidia.com/gpu |
      | control-1 | node-role.kubernetes.io/control-plane= | node-role.kubernetes.io/control-plane:NoSchedule                                  |                |
      | worker-1  |                                        |                                                                                   |                |
      | worker-2  |                                        |                                                                                   |                |
      | arm-1     | kubernetes.io/arch=arm64               |                                                                                   |                |
      | gpu-1     | nvidia.com/gpu.present=true            | nvidia.com/gpu:NoSchedule                                                         | 4              |
      | infra-1   | node-role.kubernetes.io/infra=         | node-role.kubernetes.io/infra:NoSchedule, node-role.kubernetes.io/infra:NoExecute |                |
      | windows-1 | kubernetes.io/os=windows               | os=windows:NoSchedule                                                             |                |
    And node "worker-2" is cordoned

  Rule: The node's half of a driver is on every node that may run pods with volumes
    # Authority: pkg/controller/daemon/daemon_controller.go NodeShouldRunDaemonPod; staging/src/k8s.io/component-helpers/scheduling/corev1/nodeaffinity/nodeaffinity.go GetRequiredNodeAffinity

    Example: a daemon set for Linux, and its twin for Windows
      When I run "oc apply -f block-csi.yaml"
      Then "block-csi" runs one pod on each of "control-1", "worker-1", "worker-2", "arm-1", "gpu-1" and "infra-1" and nowhere else
      And "block-csi-windows" runs one pod on "windows-1" and nowhere else

    Example: the driver for files in the network tolerates everything, too
      When I run "oc apply -f shared-files-csi.yaml"
      Then "shared-files-csi" runs one pod on each of "control-1", "worker-1", "worker-2", "arm-1", "gpu-1" and "infra-1" and nowhere else

    Example: a node that turns out to have no disks of its own loses its pod
      Given I run "oc apply -f block-csi.yaml"
      When node "worker-1" is labelled "cloud.example.com/compute-type=serverless"
      Then no pod of "block-csi" is left on "worker-1"
      And the pod of "block-csi" on "worker-2" was not replaced

  Rule: The servers of the storage run where an administrator has marked disks
    # Authority: pkg/controller/daemon/daemon_controller.go predicates; documentation: DaemonSet

    Example: no node is marked, so there is no pod
      When I run "oc apply -f storage-daemon.yaml"
      Then no pod of "storage-daemon" was ever created
      And the status of "storage-daemon" is:
        | desired | current | ready |
        | 0       | 0       | 0     |

    Example: a cordoned node is marked
      Given I run "oc apply -f storage-daemon.yaml"
      When node "worker-2" is labelled "storage-node=true"
      Then "storage-daemon" runs one pod on "worker-2" and nowhere else

    Example: the mark does not open a node that is reserved for others
      Given I run "oc apply -f storage-daemon.yaml"
      When node "infra-1" is labelled "storage-node=true"
      Then no pod of "storage-daemon" was ever created

  Rule: Of several terms of an affinity, one is enough
    # Authority: staging/src/k8s.io/component-helpers/scheduling/corev1/nodeaffinity/nodeaffinity.go LazyErrorNodeSelector

    Scenario Outline: a node labelled "<label>" offers its local disks
      Given I run "oc apply -f local-disks.yaml"
      When node "<node>" is labelled "<label>"
      Then "local-disks" runs one pod on "<node>" and nowhere else

      Examples:
        | node     | label            |
        | worker-1 | disk=local       |
        | arm-1    | storage-node=yes |
        | infra-1  | disk=local       |

    Example: a value that no term names
      Given I run "oc apply -f local-disks.yaml"
      When node "worker-1" is labelled "disk=remote"
      Then no pod of "local-disks" was ever created

  Rule: Without tolerations, the volumes' copies stay on the ordinary nodes
    # Authority: pkg/controller/daemon/daemon_controller.go NodeShouldRunDaemonPod

    Example: a manager on each ordinary node, the cordoned one included
      When I run "oc apply -f replicated-volumes.yaml"
      Then "replicated-volumes" runs one pod on each of "worker-1", "worker-2" and "arm-1" and nowhere else

  Rule: Without its priority class, no pod is made
    # Authority: plugin/pkg/admission/priority/admission.go admitPod

    Example: the class is deleted, and a node joins
      Given I run "oc apply -f replicated-volumes.yaml"
      And I run "oc delete priorityclass replicated-volumes-critical"
      When node "worker-3" joins
      Then "worker-3" never had a pod of "replicated-volumes"
      And the events of "replicated-volumes" include:
        | type    | reason       | message                                                                                                                             |
        | Warning | FailedCreate | Error creating: pods "replicated-volumes-" is forbidden: no PriorityClass with name replicated-volumes-critical was found |

  Rule: A port of the node that is taken keeps the servers of the storage waiting
    # Authority: pkg/scheduler/framework/plugins/nodeports/node_ports.go Filter; pkg/scheduler/framework/plugins/defaultpreemption/default_preemption.go SelectVictimsOnNode

    Example: the holder of the port matters as much
      Given the priority class "urgent" with value 1000000
      And the daemon set "backup" with:
        | host port      | 49152  |
        | priority class | urgent |
      And node "worker-1" is labelled "storage-node=true"
      When I run "oc apply -f storage-daemon.yaml"
      Then the pod of "storage-daemon" for "worker-1" is pending
      And the pod of "backup" on "worker-1" was never replaced

  @I26 @needs-security-context-constraints
  Rule: On OpenShift, a cluster administrator must first let the driver be privileged
    # Authority: openshift/apiserver-library-go pkg/securitycontextconstraints/sccadmission/admission.go computeSecurityContext

    Background:
      Given OpenShift's security context constraints
      And I run "oc apply -f replicated-volumes.yaml"

    Example: with what every cluster has, there is no pod
      When 1 minute passes
      Then no pod of "replicated-volumes" was ever created
      And the events of "replicated-volumes" include:
        | type    | reason       | message                                                                                                                                                                               |
        | Warning | FailedCreate | Error creating: pods "replicated-volumes-" is forbidden: unable to validate against any security context constraint: […provider restricted-v2: …Privileged containers are not allowed…] |

    @needs-long-waits
    Example: the service account may use the constraint "privileged"
      When I run "oc adm policy add-scc-to-user privileged -z replicated-volumes -n replicated-volumes"
      Then "replicated-volumes" runs one pod on each of "worker-1", "worker-2" and "arm-1" and nowhere else
