@D01
Feature: A daemon set keeps one pod on every node

  Some programs belong on every machine of a cluster: the one that collects logs, the one that measures, the one that
  attaches disks. A **daemon set** promises just that. You do not say *how many* pods you want; the number of nodes does. Every
  node means: every node on which nothing speaks against it. A taint that the pods do not tolerate does, and so does what the
  template or the project asks of a node. Lack of room does not: the pod is made all the same, and waits for its node.

  Rule: Every node on which nothing speaks against it gets one pod
    # Authority: pkg/controller/daemon/daemon_controller.go podsShouldBeOnNode; pkg/controller/daemon/daemon_controller.go NodeShouldRunDaemonPod

    @K01
    Example: three nodes, three pods
      Given the nodes "east-1", "east-2" and "west-1"
      When the daemon set "log-agent" is created
      Then "log-agent" runs one pod on each of "east-1", "east-2" and "west-1" and nowhere else
      And no node ever had two pods of "log-agent" at the same time

    Example: ten nodes, ten pods
      Given ten nodes
      When the daemon set "log-agent" is created
      Then "log-agent" runs one pod on every node and nowhere else
      And all pods of "log-agent" are ready
      And no node ever had two pods of "log-agent" at the same time

    Example: a large node gets no second pod
      Given the nodes:
        | name  | cpu |
        | small | 2   |
        | large | 64  |
      When the daemon set "log-agent" is created
      Then "log-agent" runs one pod on each of "small" and "large" and nowhere else

    Example: a node without room gets its pod, too, but the pod waits
      Given the nodes:
        | name  | cpu |
        | small | 2   |
        | large | 64  |
      When the daemon set "indexer" is created with:
        | cpu | 4 |
      Then "indexer" runs one pod on "large"
      But the pod of "indexer" for "small" is pending

    @K01
    Example: a deleted pod comes back on the same node
      Given the nodes "east-1", "east-2" and "west-1"
      And the daemon set "log-agent"
      When the pod of "log-agent" on "east-2" is deleted
      Then "log-agent" runs one pod on each of "east-1", "east-2" and "west-1" and nowhere else
      And the pod of "log-agent" on "east-2" was replaced
      But the pods of "log-agent" on "east-1" and "west-1" were not replaced

    Example: a pod that nobody looks after does not come back
      Given the nodes "east-1" and "east-2"
      And the pod "report-job"
      When the pod "report-job" is deleted
      Then there is no pod "report-job" any more

    Example: two daemon sets share every node
      Given the nodes "east-1" and "west-1"
      And the daemon set "log-agent"
      When the daemon set "node-metrics" is created
      Then "node-metrics" runs one pod on each of "east-1" and "west-1" and nowhere else
      And the pods of "log-agent" on "east-1" and "west-1" were not replaced

  @K01
  Rule: Taints and the project's node selector count, though the daemon set selects nothing
    # Authority: pkg/controller/daemon/daemon_controller.go NodeShouldRunDaemonPod; openshift/kubernetes pkg/controller/daemon/patch_nodeselector.go nodeShouldRunDaemonPod

    Example: a node with a taint is none of its nodes
      Given the nodes:
        | name   | taints             |
        | east-1 |                    |
        | gpu-1  | team=ml:NoSchedule |
      When the daemon set "log-agent" is created
      Then "log-agent" runs one pod on "east-1" and nowhere else
      And the status of "log-agent" is:
        | desired | current | unavailable |
        | 1       | 1       | 0           |

    @needs-project-node-selector
    Example: nor is a node that its project does not select
      Given the nodes:
        | name   | labels      |
        | east-1 | region=east |
        | west-1 | region=west |
      And the project "shop" with the default node selector "region=east"
      When the daemon set "log-agent" is created
      Then "log-agent" runs one pod on "east-1" and nowhere else

  Rule: While a surge updates a node, two pods run there
    # Authority: pkg/controller/daemon/daemon_controller.go podsShouldBeOnNode; pkg/controller/daemon/update.go rollingUpdate; recording surge-replaces-after-ready

    Example: the new pod comes before the old one goes
      Given the nodes "east-1" and "west-1"
      And the daemon set "log-agent" with:
        | max surge       | 1 |
        | max unavailable | 0 |
      When the daemon set "log-agent" is updated to version "v2"
      Then for a while "east-1" had two pods of "log-agent"
      And "log-agent" runs one pod on each of "east-1" and "west-1" and nowhere else

  Rule: A daemon set can be limited to some nodes
    # Authority: pkg/controller/daemon/daemon_controller.go predicates; pkg/controller/daemon/daemon_controller.go updateDaemonSetStatus

    Example: only the nodes it selects
      Given the nodes:
        | name   | labels      |
        | east-1 | role=worker |
        | east-2 | role=worker |
        | infra  | role=infra  |
      When the daemon set "log-agent" is created for nodes labelled "role=worker"
      Then "log-agent" runs one pod on each of "east-1" and "east-2" and nowhere else
      And "infra" never had a pod of "log-agent"

    Example: three of five nodes carry the label
      Given 3 nodes labelled "gpu=yes"
      And 2 nodes
      When the daemon set "gpu-agent" is created for nodes labelled "gpu=yes"
      Then "gpu-agent" runs one pod on every node labelled "gpu=yes" and nowhere else

    Example: no node is selected, so no pod is listed
      Given 2 nodes
      And the daemon set "gpu-agent" for nodes labelled "gpu=yes"
      When I run "oc get pods -o name"
      Then it prints nothing

    Example: no node is selected, so there is no pod and nothing is missing
      Given the nodes "east-1" and "east-2"
      When the daemon set "gpu-agent" is created for nodes labelled "gpu=yes"
      Then no pod of "gpu-agent" was ever created
      And the status of "gpu-agent" is:
        | desired | current | unavailable |
        | 0       | 0       | 0           |
