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
