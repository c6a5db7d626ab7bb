@I23 @needs-node-control
Feature: A machine that is off for good is declared out of service

  A machine has died, and everybody knows it. The cluster does not: pods there that are to go are marked for deletion, but
  nobody is left who could stop them. So they are listed as Terminating for ever, and what they held stays taken. The taint
  `node.kubernetes.io/out-of-service` is how an administrator says: *I have looked, it is off.*

  Background:
    Given the nodes "east-1" and "east-2"
    And the daemon set "log-agent"

  Rule: What is leaving a node that is out of service is removed by force
    # Authority: pkg/controller/podgc/gc_controller.go gcTerminating; pkg/controller/tainteviction/taint_eviction.go processPodOnNode; documentation: Node Shutdowns
    A pod is leaving when it has been asked to. The taint asks those that do not tolerate it, and every 20 seconds the
    cluster clears away what is leaving.

    @needs-long-waits
    Example: a daemon pod of a machine that was shut down
      Given node "east-2" falls silent
      And I run "oc adm taint nodes east-2 node.kubernetes.io/out-of-service=nodeshutdown:NoExecute"
      When 1 minute passes
      Then no pod of "log-agent" is left on "east-2"
      But the pod of "log-agent" on "east-1" was not replaced

    @needs-long-waits
    Example: an ordinary pod goes within a minute, instead of being asked five minutes later
      Given the pod "report-job" that asked for "kubernetes.io/hostname=east-2" and runs on "east-2"
      And node "east-2" falls silent
      And I run "oc adm taint nodes east-2 node.kubernetes.io/out-of-service=nodeshutdown:NoExecute"
      When 1 minute passes
      Then there is no pod "report-job" any more

    @needs-long-waits
    Example: a daemon pod that tolerates every taint is not leaving, and stays
      Given the daemon set "network-plugin" with the tolerations:
        | operator |
        | Exists   |
      And node "east-2" falls silent
      And I run "oc adm taint nodes east-2 node.kubernetes.io/out-of-service=nodeshutdown:NoExecute"
      When 1 minute passes
      Then the pod of "network-plugin" on "east-2" was not replaced

    @needs-long-waits
    Example: without the taint a deleted pod is listed as long as the machine is silent
      Given node "east-2" falls silent
      And the pod of "log-agent" on "east-2" is deleted
      When 2 days pass
      Then no pod of "log-agent" was created since
      And the pod of "log-agent" on "east-2" was not replaced

  Rule: As long as the node is ready the taint is one like any other
    # Authority: pkg/controller/podgc/gc_controller.go gcTerminating

    Example: its pods are asked to leave, and stop in their own time
      When I run "oc adm taint nodes east-2 node.kubernetes.io/out-of-service=nodeshutdown:NoExecute"
      Then "log-agent" runs one pod on "east-1" and nowhere else

  Rule: When the machine is back, somebody has to take the taint off
    # Authority: pkg/controller/nodelifecycle/node_lifecycle_controller.go doNoScheduleTaintingPass; documentation: Node Shutdowns

    @needs-long-waits
    Example: until then it gets no pod
      Given node "east-2" falls silent
      And I run "oc adm taint nodes east-2 node.kubernetes.io/out-of-service=nodeshutdown:NoExecute"
      And 1 minute passes
      When node "east-2" reports again
      Then "log-agent" runs one pod on "east-1" and nowhere else

    @needs-long-waits
    Example: then it is served again
      Given node "east-2" falls silent
      And I run "oc adm taint nodes east-2 node.kubernetes.io/out-of-service=nodeshutdown:NoExecute"
      And 1 minute passes
      And node "east-2" reports again
      When I run "oc adm taint nodes east-2 node.kubernetes.io/out-of-service-"
      Then "log-agent" runs one pod on each of "east-1" and "east-2" and nowhere else
