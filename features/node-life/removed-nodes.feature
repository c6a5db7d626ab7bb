@D03 @needs-node-control
Feature: The pod of a removed node is cleaned up

  A machine is sold, or a cloud takes it back. Its pods cannot be stopped any more, there is nobody left to stop them; what
  remains is their *objects* in the API. The cluster collects them like garbage, and garbage collection takes its time:
  for about a minute the list still shows pods of a node that is gone.

  Rule: A running pod is listed for about a minute longer than its node
    # Authority: pkg/controller/podgc/gc_controller.go gcOrphaned; measured: 54 seconds
    The check for orphaned pods runs every 20 seconds, and waits 40 more before it believes that the node is really gone. That
    moment it may just miss; then it comes 20 seconds later.

    @needs-steady-control-plane
    Example: the pod goes, and no other pod takes notice
      Given the nodes "east-1" and "east-2"
      And the daemon set "log-agent"
      When node "east-2" is removed
      Then no pod of "log-agent" is left on "east-2"
      And the pod of "log-agent" on "east-2" outlived its node by 40 to 85 seconds
      But the pod of "log-agent" on "east-1" was not replaced

    Example: when the pod is gone, the daemon set wants one pod fewer
      Given the nodes "east-1" and "east-2"
      And the daemon set "log-agent"
      When node "east-2" is removed
      Then the status of "log-agent" is:
        | desired | current | ready | unavailable | misscheduled |
        | 1       | 1       | 1     | 0           | 0            |

    @needs-steady-control-plane
    Example: until then the daemon set has not even noticed
      Given the nodes "east-1" and "east-2"
      And the daemon set "log-agent"
      And node "east-2" has just been removed
      When 30 seconds pass
      Then the status of "log-agent" is:
        | desired | current | ready |
        | 2       | 2       | 2     |

    Example: ordinary pods are cleaned up too
      Given the node "east-1"
      And the pod "report-job"
      When node "east-1" is removed
      Then there is no pod "report-job" any more

  Rule: A pod that never reached its node goes when its daemon set next has something to do
    # Authority: pkg/controller/daemon/daemon_controller.go getUnscheduledPodsWithoutNode, NewDaemonSetsController; kubernetes#71349; measured
    The garbage collection of pods does not look at it, and the removal of a node is no news to a daemon set. In a quiet
    cluster the pod waits for a node that is gone, until the scheduler looks at it again: after five minutes, give or take
    the half minute between two looks.

    Background:
      Given the nodes:
        | name  | cpu |
        | large | 16  |
        | small | 2   |
      And the daemon set "indexer" with:
        | cpu | 4 |

    @I12 @needs-steady-control-plane
    Example: something else happens to the daemon set at that moment
      Given node "small" has just been removed
      When I run "oc label daemonset indexer team=search"
      Then the pod of "indexer" for "small" went at once with its node
      And "indexer" runs one pod on "large" and nowhere else

    @I12 @needs-long-waits @needs-steady-control-plane
    Example: nothing else happens
      Given node "small" is removed
      When 6 minutes pass
      Then the pod of "indexer" on "small" outlived its node by 270 to 332 seconds
