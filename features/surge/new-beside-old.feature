Feature: Updating without a gap: the new pod beside the old one

  Some programs must not be missing on a node, not even for seconds: the network plugin, the one that attaches disks. For them
  there is `maxSurge`. The new pod is started **beside** the old one, and the old one goes when the new one is available.
  `maxSurge` says how many available old pods may be joined so at the same time; a pod that is stopping already is not among
  them. It takes more room on the node, and the two versions must get along.

  Background:
    Given the nodes "east-1", "east-2" and "east-3"

  Rule: An old pod that is ready goes when the new one is available
    # Authority: pkg/controller/daemon/update.go rollingUpdate; recording surge-replaces-after-ready

    Background:
      Given the daemon set "network-plugin" with:
        | max unavailable | 0 |
        | max surge       | 1 |

    Example: no node is ever without
      When the daemon set "network-plugin" is updated to version "v2"
      Then every node had an available pod of "network-plugin" all the time
      And the old pods of "network-plugin" on "east-1", "east-2" and "east-3" stayed until the new one was available

    Example: in the end every node runs one pod, the new one
      When the daemon set "network-plugin" is updated to version "v2"
      Then "network-plugin" runs one pod on each of "east-1", "east-2" and "east-3" and nowhere else
      And the pods of "network-plugin" on "east-1", "east-2" and "east-3" run version "v2"

    @needs-container-control @needs-long-waits
    Example: a version that takes two minutes to start makes no gap either
      Given version "v2" of "network-plugin" takes 2 minutes to start
      When the daemon set "network-plugin" is updated to version "v2"
      Then every node had an available pod of "network-plugin" all the time
      And the new pods of "network-plugin" came at least 2 minutes apart

  Rule: Without surge every node has its gap
    # Authority: pkg/controller/daemon/update.go rollingUpdate

    Example: one node at a time goes without
      Given the daemon set "network-plugin"
      When the daemon set "network-plugin" is updated to version "v2"
      Then one pod of "network-plugin" was unavailable, and never more
      And the new pod of "network-plugin" on "east-1" came only when the old one was gone

  Rule: A daemon set either surges or goes without, not both
    # Authority: pkg/apis/apps/validation/validation.go ValidateRollingUpdateDaemonSet

    Example: both budgets at once are refused
      When I try to create the daemon set "network-plugin" with "spec.updateStrategy" set to {rollingUpdate: {maxSurge: 1, maxUnavailable: 1}}
      Then it is refused:
        """
        …may not be set when maxUnavailable is non-zero
        """

  Rule: Only so many available old pods are joined by a new one at the same time
    # Authority: pkg/controller/daemon/update.go rollingUpdate; pkg/controller/daemon/util/daemonset_util.go SurgeCount

    Scenario Outline: a surge of <surge> on three nodes
      Given the daemon set "network-plugin" with:
        | max unavailable | 0       |
        | max surge       | <surge> |
      When the daemon set "network-plugin" is updated to version "v2"
      Then <doubled> ran two pods of "network-plugin" at the same time, and never more, those on their way out not counted
      And the pods of "network-plugin" on "east-1", "east-2" and "east-3" run version "v2"

      Examples:
        | surge | doubled     |
        | 1     | one node    |
        | 2     | two nodes   |
        | 34%   | two nodes   |
        | 100%  | three nodes |

    @needs-container-control
    Example: with a surge of one all three nodes have two pods, if the old ones are slow to stop
      Given version "v1" of "network-plugin" takes 25 seconds to stop
      And the daemon set "network-plugin" with:
        | max unavailable | 0 |
        | max surge       | 1 |
      And the daemon set "network-plugin" has just been updated to version "v2"
      And 15 seconds pass
      When 5 seconds pass
      Then for a while "east-1" had two pods of "network-plugin"
      And for a while "east-2" had two pods of "network-plugin"
      And for a while "east-3" had two pods of "network-plugin"

  @needs-node-control
  Rule: Silent nodes do not hold up the others
    # Authority: pkg/controller/daemon/update.go rollingUpdate; measured

    Example: not even if the daemon set tolerates their silence, and gets a new pod there that never starts
      Given the daemon set "network-plugin" with the tolerations:
        | operator |
        | Exists   |
      And I run:
        """
        oc patch daemonset network-plugin -p '{"spec": {"updateStrategy": {"rollingUpdate": {"maxUnavailable": 0, "maxSurge": 1}}}}'
        """
      And node "east-3" falls silent
      When the daemon set "network-plugin" is updated to version "v2"
      Then the pods of "network-plugin" on "east-1" and "east-2" run version "v2"

    Example: one of three nodes is silent
      Given the daemon set "network-plugin" with:
        | max unavailable | 0 |
        | max surge       | 1 |
      And node "east-3" falls silent
      When the daemon set "network-plugin" is updated to version "v2"
      Then the pods of "network-plugin" on "east-1" and "east-2" run version "v2"
      And the pod of "network-plugin" on "east-3" runs version "v1"

  @needs-container-control
  Rule: A version that does not start harms nobody
    # Authority: pkg/controller/daemon/update.go rollingUpdate; pkg/controller/daemon/daemon_controller.go podsShouldBeOnNode

    Background:
      Given the daemon set "network-plugin" with:
        | max unavailable | 0 |
        | max surge       | 1 |
      And version "v2" of "network-plugin" can never be pulled

    Example: the old pods stay, on every node
      When the daemon set "network-plugin" is updated to version "v2"
      Then every node had an available pod of "network-plugin" all the time
      And one node ran two pods of "network-plugin" at the same time, and never more

    Example: the status counts the older pod of a node, so no node is up to date
      When the daemon set "network-plugin" is updated to version "v2"
      Then the status of "network-plugin" is:
        | desired | up-to-date | available | unavailable |
        | 3       | 0          | 3         | 0           |

    Example: going back removes the broken pod, and nothing else
      Given the daemon set "network-plugin" is updated to version "v2"
      When I run "oc rollout undo daemonset/network-plugin"
      Then every node had an available pod of "network-plugin" all the time
      And no pod of "network-plugin" was created since
      And the pods of "network-plugin" on "east-1", "east-2" and "east-3" run version "v1"

  @needs-container-control
  Rule: An old pod that is not available is joined at once, beyond the surge
    # Authority: pkg/controller/daemon/update.go rollingUpdate
    Available is ready for `minReadySeconds`. A pod that is not even ready goes as soon as the new one is there.

    Example: two unready pods make way at once, though the surge is one
      Given the daemon set "network-plugin" with:
        | max unavailable | 0 |
        | max surge       | 1 |
      And the pods of "network-plugin" on "east-1" and "east-2" turn unready
      And version "v2" of "network-plugin" can never be pulled
      When the daemon set "network-plugin" is updated to version "v2"
      Then the pods of "network-plugin" on "east-1" and "east-2" were replaced
      And the pods of "network-plugin" on "east-1" and "east-2" have version "v2"

    Example: a good version helps them, and then the others follow
      Given the daemon set "network-plugin" with:
        | max unavailable | 0 |
        | max surge       | 1 |
      And the pods of "network-plugin" on "east-1" and "east-2" turn unready
      When the daemon set "network-plugin" is updated to version "v2"
      Then "network-plugin" runs one pod on each of "east-1", "east-2" and "east-3" and nowhere else
      And the pods of "network-plugin" on "east-1", "east-2" and "east-3" run version "v2"

    @needs-long-waits
    Example: minReadySeconds that is raised together with the image makes every pod too young
      Given the daemon set "network-plugin" with:
        | max unavailable | 0 |
        | max surge       | 1 |
      And version "v2" of "network-plugin" can never be pulled
      When I run:
        """
        oc patch daemonset network-plugin -p '{"spec": {"minReadySeconds": 600,
            "template": {"spec": {"containers": [{"name": "network-plugin", "image": "example.test/network-plugin:v2"}]}}}}'
        """
      Then 3 nodes ran two pods of "network-plugin" at the same time, and never more
