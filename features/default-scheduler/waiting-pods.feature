@D08
Feature: Daemon pods wait for a node like any other pod

  A pod that fits nowhere is *Pending*, and Pending is what people look for when something does not start. Daemon pods used to be
  an exception: their controller looked for room itself, and bound each of them to its node. Where there was no room it made no
  pod at all, so none was ever seen waiting for a node; only an event told why. Today they wait like every other pod, unless the
  template names a node: such a pod is bound from the start, as it always was.

  Background:
    Given the nodes:
      | name   | cpu |
      | east-1 | 2   |

  @needs-legacy-scheduling
  Rule: Once, a daemon pod had its node from birth
    # Authority: kubernetes 1.11 pkg/controller/daemon/daemon_controller.go nodeShouldRunDaemonPod
    Only pods that were marked as critical were spared the question whether there was room, and only where that experiment was
    switched on.

    Background:
      Given a cluster that still binds daemon pods in the controller

    Example: the controller writes the node into the pod
      When the daemon set "log-agent" is created
      Then "log-agent" runs one pod on "east-1"
      And every pod of "log-agent" had a node from the moment it was created

    @needs-steady-control-plane
    Example: a pod too large for its node is not made at all, and an event says why
      When the daemon set "indexer" is created with:
        | cpu | 4 |
      Then no pod of "indexer" was ever created
      And the status of "indexer" is:
        | desired | current |
        | 1       | 0       |
      And the events of "indexer" include:
        | type    | reason          | message                                                                                                                  |
        | Warning | FailedPlacement | failed to place pod on "east-1": Node didn't have enough resource: cpu, requested: 4000, used: 0, capacity: 2000 |

    Example: an ordinary pod that is too large waits, then as now
      When the pod "report-job" is created with:
        | cpu | 4 |
      Then the pod "report-job" is pending

    Example: when there is room, the pod comes
      Given the pod "report-job" with:
        | cpu | 2 |
      And the daemon set "indexer" with:
        | cpu | 2 |
      When I run "oc delete pod report-job"
      Then "indexer" runs one pod on "east-1"

  Rule: Today a daemon pod that the scheduler finds no room for is pending
    # Authority: pkg/controller/daemon/daemon_controller.go syncNodes; recording no-room

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
      And the pod of "indexer" on "east-1" was not replaced

    @I16
    Example: a waiting daemon pod tells which node it is for
      Given the nodes:
        | name   | cpu |
        | east-2 | 8   |
      When the daemon set "indexer" is created with:
        | cpu | 4 |
      Then "indexer" runs one pod on "east-2"
      But the pod of "indexer" for "east-1" is pending

  Rule: A pod whose template names a node does not wait: if it does not fit, the node refuses it
    # Authority: pkg/controller/daemon/daemon_controller.go NodeShouldRunDaemonPod; pkg/kubelet/lifecycle/predicate.go generalFilter

    @needs-steady-control-plane
    Example: too large, and bound all the same
      When the daemon set "indexer" is created with the pod spec:
        """
        nodeName: east-1
        containers:
          - {name: indexer, image: "example.test/indexer:v1", resources: {requests: {cpu: "4"}}}
        """
      Then every pod of "indexer" had a node from the moment it was created
      And every pod of "indexer" on "east-1" failed with the reason "OutOfcpu"
