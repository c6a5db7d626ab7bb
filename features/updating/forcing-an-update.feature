@D22
Feature: Bringing a new template to the nodes by hand

  To update a daemon set, says the documentation, delete the old pods, or the nodes, and new ones are created. With the update
  strategy **OnDelete** that is how it works: you decide when each node gets the new version. Almost: a pod that is lost some
  other way, because it failed or was evicted, comes back with the new version, too. With **RollingUpdate** there is nothing to
  delete.

  Background:
    Given the nodes "east-1", "east-2" and "west-1"

  Rule: With OnDelete a node gets the new version when its old pod is gone
    # Authority: pkg/controller/daemon/daemon_controller.go updateDaemonSet, podsShouldBeOnNode

    Background:
      Given the daemon set "log-agent" with:
        | update strategy | OnDelete |
      And the daemon set "log-agent" is updated to version "v2"

    Example: deleting one pod updates one node
      When the pod of "log-agent" on "east-2" is deleted
      Then the pod of "log-agent" on "east-2" runs version "v2"
      But the pods of "log-agent" on "east-1" and "west-1" run version "v1"
      And the pods of "log-agent" on "east-1" and "west-1" were not replaced

    Example: deleting all pods updates all nodes
      When the pods of "log-agent" on "east-1", "east-2" and "west-1" are deleted
      Then "log-agent" runs one pod on each of "east-1", "east-2" and "west-1" and nowhere else
      And the pods of "log-agent" on "east-1", "east-2" and "west-1" run version "v2"
      And no node ever had two pods of "log-agent" at the same time

    Example: with oc and a label selector, as an administrator would
      When I run "oc delete pods -l app=log-agent"
      Then the pods of "log-agent" on "east-1", "east-2" and "west-1" run version "v2"

    @needs-container-control
    Example: a pod that has failed comes back with the new version, though nobody meant it to
      When the pod of "log-agent" on "east-2" fails
      Then the pod of "log-agent" on "east-2" runs version "v2"
      But the pods of "log-agent" on "east-1" and "west-1" run version "v1"

    @needs-node-control
    Example: a node that is removed, and joins again when its pod has been cleaned up, has the new version
      Given node "west-1" is removed
      When node "west-1" joins
      Then the pod of "log-agent" on "west-1" runs version "v2"
      But the pods of "log-agent" on "east-1" and "east-2" run version "v1"

    @needs-node-control
    Example: a node that is removed and joins again within half a minute keeps its old pod
      Given node "west-1" has just been removed
      And 20 seconds pass
      When node "west-1" joins
      Then the pod of "log-agent" on "west-1" runs version "v1"
      And the pod of "log-agent" on "west-1" was not replaced

  Rule: With RollingUpdate nothing has to be deleted
    # Authority: pkg/controller/daemon/update.go rollingUpdate

    Example: the new version is on every node without anybody's help
      Given the daemon set "log-agent"
      When the daemon set "log-agent" is updated to version "v2"
      Then the pods of "log-agent" on "east-1", "east-2" and "west-1" run version "v2"
