@D02 @needs-node-control
Feature: A node that joins gets its pod when it is ready

  Clusters grow. A daemon set does not have to be told: a node that joins is served as soon as it is **ready**, and the nodes
  that were there before notice nothing. Until then the node carries the taint `node.kubernetes.io/not-ready:NoSchedule`. The API
  server puts it on every new node, and the control plane takes it off once the node reports that it is ready. No toleration
  that daemon pods get by themselves covers it.

  Rule: A node that joins gets a pod if nothing speaks against it, and the others keep theirs
    # Authority: pkg/controller/daemon/daemon_controller.go syncNodeUpdate; pkg/controller/daemon/daemon_controller.go podsShouldBeOnNode

    Example: a third node joins
      Given the nodes "east-1" and "east-2"
      And the daemon set "log-agent"
      When node "east-3" joins
      Then "log-agent" runs one pod on each of "east-1", "east-2" and "east-3" and nowhere else
      And the pods of "log-agent" on "east-1" and "east-2" were not replaced

    Example: three nodes join at once
      Given the nodes "east-1" and "east-2"
      And the daemon set "log-agent"
      When nodes "west-1", "west-2" and "west-3" join at once
      Then "log-agent" runs one pod on every node
      And no node ever had two pods of "log-agent" at the same time

    Example: a node joins in the moment in which another is removed
      Given the nodes "east-1" and "east-2"
      And the daemon set "log-agent"
      When node "east-2" is removed
      And at once node "east-3" joins
      Then "log-agent" runs one pod on each of "east-1" and "east-3" and nowhere else

    Example: the first node of a cluster joins
      Given the daemon set "log-agent"
      When node "east-1" joins
      Then "log-agent" runs one pod on "east-1" and nowhere else

    Example: a daemon set that is created after a node has joined knows of it, too
      Given the nodes "east-1" and "east-2"
      And the daemon set "log-agent"
      And node "east-3" joins
      When the daemon set "node-metrics" is created
      Then "node-metrics" runs one pod on each of "east-1", "east-2" and "east-3" and nowhere else

  Rule: A node that is not ready gets no pod until it is, unless the pod tolerates that
    # Authority: plugin/pkg/admission/nodetaint/admission.go addNotReadyTaint; pkg/controller/nodelifecycle/node_lifecycle_controller.go doNoScheduleTaintingPass; pkg/controller/daemon/util/daemonset_util.go AddOrUpdateDaemonPodTolerations; measured

    Example: a node joins before its network is up
      Given the node "east-1"
      And the daemon set "log-agent"
      When node "east-2" joins not ready
      Then "east-2" never had a pod of "log-agent"
      And the status of "log-agent" is:
        | desired | current | unavailable |
        | 1       | 1       | 0           |

    Example: a pod that tolerates it is there before
      Given the daemon set "log-agent" with the tolerations:
        | key                          | operator | effect     |
        | node.kubernetes.io/not-ready | Exists   | NoSchedule |
      When node "east-1" joins not ready
      Then the status of "log-agent" is:
        | desired | current | ready |
        | 1       | 1       | 0     |

    Example: it turns ready, and gets its pod
      Given the node "east-1"
      And the daemon set "log-agent"
      And node "east-2" joins not ready
      When node "east-2" turns ready
      Then "log-agent" runs one pod on each of "east-1" and "east-2" and nowhere else
      And the pod of "log-agent" on "east-1" was not replaced

    Example: a pod that is there already stays on a node that turns not ready, and is not counted as wanted there
      Given the nodes "east-1" and "east-2"
      And the daemon set "log-agent"
      And node "east-2" turns not ready
      When I run "oc label daemonset log-agent team=platform"
      Then the pod of "log-agent" on "east-2" was never replaced
      And the status of "log-agent" is:
        | desired | current | misscheduled |
        | 1       | 1       | 1            |

  Rule: A node that joins again under its old name has its old pod, or a new one if that has been cleared away
    # Authority: pkg/controller/podgc/gc_controller.go gcOrphaned; pkg/controller/daemon/daemon_controller.go podsShouldBeOnNode; measured
    The object of the old pod stays until the collector of orphaned pods has cleared it away, about a minute after the node.
    As long as it is there, the daemon set makes no other.

    Example: back at once, with the old pod
      Given the nodes "east-1" and "east-2"
      And the daemon set "log-agent"
      And node "east-2" is removed
      When at once node "east-2" joins
      Then "log-agent" runs one pod on each of "east-1" and "east-2" and nowhere else
      And the pod of "log-agent" on "east-2" was never replaced

    Example: back after the old pod has been cleared away, with a new one
      Given the nodes "east-1" and "east-2"
      And the daemon set "log-agent"
      And node "east-2" is removed
      When node "east-2" joins
      Then "log-agent" runs one pod on each of "east-1" and "east-2" and nowhere else

  Rule: A node that the daemon set does not select joins without a pod
    # Authority: pkg/controller/daemon/daemon_controller.go NodeShouldRunDaemonPod

    Example: two nodes join, one of them with the label
      Given the node "east-1"
      And the daemon set "log-agent" for nodes labelled "role=worker"
      And node "infra" joins, labelled "role=infra"
      When node "east-2" joins, labelled "role=worker"
      Then "log-agent" runs one pod on "east-2" and nowhere else
      And "infra" never had a pod of "log-agent"

  @I33
  Rule: A pod that tolerates nodes that are not ready comes before the network, and starts if it uses that of the host
    # Authority: pkg/controller/daemon/daemon_controller.go NodeShouldRunDaemonPod; pkg/kubelet/kubelet.go SyncPod

    Example: a network plugin that tolerates every taint starts before the network is there
      Given the daemon set "network-plugin" with the pod spec:
        """
        hostNetwork: true
        tolerations: [{operator: Exists}]
        """
      When node "east-1" joins not ready
      Then the pod of "network-plugin" on "east-1" is ready

    Example: a plugin outside the network of the host would wait for itself
      Given the daemon set "network-plugin" with the pod spec:
        """
        tolerations: [{operator: Exists}]
        """
      When node "east-1" joins not ready
      Then the pod of "network-plugin" on "east-1" is not ready
