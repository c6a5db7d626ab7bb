@I29 @needs-node-control
Feature: What a node that is removed costs a surge

  Where a daemon set surges, a machine that is taken away at the wrong moment stops the update on **all** nodes. The controller looks up the node of every old pod; if one is
  gone it gives up, and tries again later. Only when the cluster has cleared away the pod of the lost node, about a minute later, the update goes on.

  Background:
    Given the nodes "east-1", "east-2", "east-3" and "east-4"
    And the daemon set "net-agent" with:
      | max surge       | 1 |
      | max unavailable | 0 |

  Rule: The update takes as long as the pod of the lost node is listed, and then seconds
    # Authority: pkg/controller/daemon/update.go rollingUpdate; pkg/controller/podgc/gc_controller.go gcOrphaned; measured

    Example: a node is removed, and the daemon set updated at once
      Given the daemon set "net-agent" has just been updated to version "v2"
      When node "east-4" is removed
      Then the update of "net-agent" took at least 40 seconds
      And the pods of "net-agent" on "east-1", "east-2" and "east-3" run version "v2"

    Example: with all nodes there, it takes seconds
      When the daemon set "net-agent" is updated to version "v2"
      Then the update of "net-agent" took at most 20 seconds
