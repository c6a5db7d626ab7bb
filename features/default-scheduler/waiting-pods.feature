@D08
Feature: Daemon pods wait for a node like any other pod

  A pod that fits nowhere is *Pending*, and Pending is what people look for when something does not start. Daemon pods used
  to be an exception: their controller bound them to a node itself, so they were never seen waiting. Today they
  wait like every other pod.

  Background:
    Given the nodes:
      | name   | cpu |
      | east-1 | 2   |

  @needs-legacy-scheduling
  Rule: Once, a daemon pod had its node from birth

    Background:
      Given a cluster that still binds daemon pods in the controller

    Example: the controller writes the node into the pod
      When the daemon set "log-agent" is created
      Then "log-agent" runs one pod on "east-1"
      And every pod of "log-agent" had a node from the moment it was created

    Example: a pod too large for its node is bound all the same, an ordinary pod waits
      Given the pod "report-job" with:
        | cpu | 4 |
      When the daemon set "indexer" is created with:
        | cpu | 4 |
      Then every pod of "indexer" had a node from the moment it was created
      But the pod "report-job" is pending

  Rule: Today a daemon pod that does not fit is pending

    Example: a daemon pod and an ordinary pod, both too large
      Given the pod "report-job" with:
        | cpu | 4 |
      When the daemon set "indexer" is created with:
        | cpu | 4 |
      Then the pod of "indexer" for "east-1" is pending
      And the pod "report-job" is pending

    Example: the daemon pod runs as soon as there is room
      Given the pod "report-job" with:
        | cpu | 2 |
      And the daemon set "indexer" with:
        | cpu | 2 |
      When I run "oc delete pod report-job"
      Then "indexer" runs one pod on "east-1"
      And the pod of "indexer" on "east-1" was never replaced

    @I16
    Example: a waiting daemon pod tells which node it is for
      Given the nodes:
        | name   | cpu |
        | east-2 | 8   |
      When the daemon set "indexer" is created with:
        | cpu | 4 |
      Then "indexer" runs one pod on "east-2"
      But the pod of "indexer" for "east-1" is pending
