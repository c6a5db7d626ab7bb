@D02 @needs-node-control
Feature: A node that joins gets its pod

  Clusters grow. A daemon set does not have to be told: a node that joins is served as soon as it is there, and the
  nodes that were there before notice nothing.

  Rule: A node that joins gets a pod, and the others keep theirs

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

    Example: a node that was removed joins again under its old name
      Given the nodes "east-1" and "east-2"
      And the daemon set "log-agent"
      And node "east-2" is removed
      When node "east-2" joins
      Then "log-agent" runs one pod on each of "east-1" and "east-2" and nowhere else

    Example: a daemon set that is created after a node has joined knows of it, too
      Given the nodes "east-1" and "east-2"
      And the daemon set "log-agent"
      And node "east-3" joins
      When the daemon set "node-metrics" is created
      Then "node-metrics" runs one pod on each of "east-1", "east-2" and "east-3" and nowhere else

  Rule: A node that the daemon set does not select joins without a pod

    Example: two nodes join, one of them with the label
      Given the node "east-1"
      And the daemon set "log-agent" for nodes labelled "role=worker"
      And node "infra" joins, labelled "role=infra"
      When node "east-2" joins, labelled "role=worker"
      Then "log-agent" runs one pod on "east-2" and nowhere else
      And "infra" never had a pod of "log-agent"

  Rule: A node that joins before it is ready waits for its pod, unless the pod needs no network of its own

    # Authority: pkg/controller/daemon/daemon_controller.go NodeShouldRunDaemonPod; pkg/kubelet/kubelet.go SyncPod

    Example: the taint not-ready keeps a new node free
      Given the node "east-1"
      And the daemon set "log-agent"
      When node "east-2" joins not ready
      Then "east-2" never had a pod of "log-agent"
      But the pod of "log-agent" on "east-1" is ready

    Example: once the network is there, the pod comes
      Given the node "east-1"
      And the daemon set "log-agent"
      And node "east-2" joins not ready
      When node "east-2" turns ready
      Then "log-agent" runs one pod on every node

    Example: a network plugin that tolerates every taint starts before the network is there
      Given the daemon set "network-plugin" with the pod spec:
        """
        hostNetwork: true
        tolerations: [{operator: Exists}]
        """
      When node "east-1" joins not ready
      Then the pod of "network-plugin" on "east-1" is ready

    Example: without the network of the host it would wait for itself
      Given the daemon set "network-plugin" with the pod spec:
        """
        tolerations: [{operator: Exists}]
        """
      When node "east-1" joins not ready
      Then the pod of "network-plugin" on "east-1" is not ready
