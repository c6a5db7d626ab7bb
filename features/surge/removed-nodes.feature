@I29 @needs-node-control @needs-steady-control-plane
Feature: Surge and a node that is removed

  An update with surge starts a new pod beside the old one, so it asks first whether the old pod's node is still to run one. A
  node that has just been removed cannot be asked about. The update does not leave it out: **it stops**, on every node, until
  the pod that is left of the removed node has been cleared away. That takes the best part of a minute.

  Background:
    Given the nodes "east-1", "east-2", "east-3" and "east-4"

  Rule: While an old pod is left on a removed node, no node gets a new one
    # Authority: pkg/controller/daemon/update.go rollingUpdate; measured: nothing new for 45 seconds, then all within seconds

    Background:
      Given the daemon set "network-plugin" with:
        | max unavailable | 0 |
        | max surge       | 1 |
      And node "east-4" has just been removed
      And the daemon set "network-plugin" has just been updated to version "v2"

    Example: half a minute later the update has not begun
      When 30 seconds pass
      Then the pods of "network-plugin" on "east-1", "east-2", "east-3" and "east-4" run version "v1"
      And the status of "network-plugin" is:
        | desired | up-to-date |
        | 3       | 0          |

    @needs-long-waits
    Example: two minutes later it is over
      When 2 minutes pass
      Then "network-plugin" runs one pod on each of "east-1", "east-2" and "east-3" and nowhere else
      And the pods of "network-plugin" on "east-1", "east-2" and "east-3" run version "v2"

  Rule: An update without surge does not ask, and goes on
    # Authority: pkg/controller/daemon/update.go rollingUpdate
    To it the pod on the removed node is a pod like any other: it may be replaced, and while it stops its node counts as one
    that goes without.

    Example: with a budget of two, half a minute is enough for the nodes that are left
      Given the daemon set "log-agent" with:
        | max unavailable | 2 |
      And the daemon set "log-agent" has just been updated to version "v2"
      And node "east-4" has just been removed
      When 30 seconds pass
      Then the pods of "log-agent" on "east-1", "east-2" and "east-3" run version "v2"
