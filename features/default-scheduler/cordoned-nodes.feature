@D14
Feature: Daemon pods go to cordoned nodes too

  An administrator *cordons* a node to keep new work away from it, before maintenance for example. Logs and metrics of that node
  are wanted all the more then. So daemon pods tolerate the mark of a cordoned node, and those of a node under pressure. The mark
  that keeps new pods off a node that is not ready they do not tolerate by themselves.

  Rule: Being unschedulable does not keep a daemon pod away
    # Authority: pkg/controller/daemon/util/daemonset_util.go AddOrUpdateDaemonPodTolerations; pkg/scheduler/framework/plugins/nodeunschedulable/node_unschedulable.go Filter

    Example: a daemon set is created while a node is cordoned
      Given the nodes "east-1" and "east-2"
      And node "east-2" is cordoned
      When the daemon set "log-agent" is created
      Then "log-agent" runs one pod on each of "east-1" and "east-2" and nowhere else

    Example: cordoning a node does not disturb the daemon pod on it
      Given the nodes "east-1" and "east-2"
      And the daemon set "log-agent"
      When node "east-2" is cordoned
      Then the pods of "log-agent" on "east-1" and "east-2" were not replaced
      And the status of "log-agent" is:
        | desired | ready | misscheduled |
        | 2       | 2     | 0            |

    Example: an ordinary pod finds no place there
      Given the node "east-1"
      And node "east-1" is cordoned
      When the pod "report-job" is created
      Then the pod "report-job" is pending

  Rule: A NoSchedule taint that daemon pods do not tolerate keeps new ones away, but drives none away by itself
    # Authority: pkg/controller/daemon/daemon_controller.go NodeShouldRunDaemonPod; recording noschedule-keeps-running-pods

    Example: a node reserved for a team
      Given the nodes:
        | name   | taints             |
        | east-1 |                    |
        | gpu-1  | team=ml:NoSchedule |
      When the daemon set "log-agent" is created
      Then "log-agent" runs one pod on "east-1" and nowhere else
      And "gpu-1" never had a pod of "log-agent"

    Example: a node that is reserved while a daemon pod runs on it
      Given the nodes "east-1" and "gpu-1"
      And the daemon set "log-agent"
      When node "gpu-1" is tainted "team=ml:NoSchedule"
      Then the pods of "log-agent" on "east-1" and "gpu-1" were not replaced

  Rule: The toleration of cordoned nodes is one of six that every daemon pod gets
    # Authority: pkg/controller/daemon/util/daemonset_util.go AddOrUpdateDaemonPodTolerations

    Example: an ordinary daemon pod
      Given the node "east-1"
      When the daemon set "log-agent" is created
      Then the pod of "log-agent" on "east-1" tolerates exactly:
        | key                                | effect     |
        | node.kubernetes.io/not-ready       | NoExecute  |
        | node.kubernetes.io/unreachable     | NoExecute  |
        | node.kubernetes.io/disk-pressure   | NoSchedule |
        | node.kubernetes.io/memory-pressure | NoSchedule |
        | node.kubernetes.io/pid-pressure    | NoSchedule |
        | node.kubernetes.io/unschedulable   | NoSchedule |

    Example: a daemon pod in the network of its host tolerates the mark of a missing network, too
      Given the node "east-1"
      When the daemon set "network-plugin" is created with the pod spec:
        """
        hostNetwork: true
        """
      Then the pod of "network-plugin" on "east-1" tolerates exactly:
        | key                                    | effect     |
        | node.kubernetes.io/not-ready           | NoExecute  |
        | node.kubernetes.io/unreachable         | NoExecute  |
        | node.kubernetes.io/disk-pressure       | NoSchedule |
        | node.kubernetes.io/memory-pressure     | NoSchedule |
        | node.kubernetes.io/pid-pressure        | NoSchedule |
        | node.kubernetes.io/unschedulable       | NoSchedule |
        | node.kubernetes.io/network-unavailable | NoSchedule |
