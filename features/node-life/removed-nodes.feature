@D03 @needs-node-control
Feature: The pod of a removed node is cleaned up

  A machine is sold, or a cloud takes it back. Its pods cannot be stopped any more, there is nobody left to stop them; what
  remains is their *objects* in the API. The cluster collects them like garbage, and garbage collection takes its time:
  for about a minute the list still shows pods of a node that is gone.

  Rule: A running pod is listed for about a minute longer than its node
    The check for orphaned pods runs every 20 seconds, and waits 40 more before it believes that the node is really gone.

    @needs-steady-control-plane
    Example: the pod goes, and no other pod takes notice
      Given the nodes "east-1" and "east-2"
      And the daemon set "log-agent"
      When node "east-2" is removed
      Then no pod of "log-agent" is left on "east-2"
      And the pod of "log-agent" on "east-2" outlived its node by 40 to 80 seconds
      But the pod of "log-agent" on "east-1" was not replaced

    Example: nothing is missed: the daemon set now wants one pod fewer
      Given the nodes "east-1" and "east-2"
      And the daemon set "log-agent"
      When node "east-2" is removed
      Then the status of "log-agent" is:
        | desired | current | ready | unavailable | misscheduled |
        | 1       | 1       | 1     | 0           | 0            |

    Example: ordinary pods are cleaned up too
      Given the node "east-1"
      And the pod "report-job"
      When node "east-1" is removed
      Then there is no pod "report-job" any more

  Rule: A pod that never reached its node goes at once

    @I12
    Example: a pod that waited for room
      Given the nodes:
        | name  | cpu |
        | large | 16  |
        | small | 2   |
      And the daemon set "indexer" with:
        | cpu | 4 |
      When node "small" is removed
      Then the pod of "indexer" for "small" went at once with its node
      And "indexer" runs one pod on "large" and nowhere else
