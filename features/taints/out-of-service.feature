@I23 @needs-node-control
Feature: A node that will not come back can be declared out of service

  When a machine has died, nobody is left to say that its pods have stopped. They are listed as terminating for ever, and whatever they held, such as a disk, stays
  taken. The taint `node.kubernetes.io/out-of-service` tells the cluster that somebody has looked: the machine is off. Then the pods are deleted by force. Put it only on machines
  that are really off, and take it away when the machine is back: nobody else does.

  Background:
    Given the nodes "east-1" and "east-2"
    And the daemon set "log-agent"

  Rule: Pods of a node that is not ready are cleared away when it is out of service
    # Authority: pkg/controller/podgc/gc_controller.go gcTerminating; pkg/controller/tainteviction/taint_eviction.go processPodOnNode; kubernetes#55934
    The taint asks the pods to leave, and the collector of pods, which comes by every 20 seconds, does not wait for an answer.

    @needs-virtual-time
    Example: a daemon pod of a dead machine
      Given node "east-2" falls silent
      And 2 minutes pass
      And I run "oc adm taint nodes east-2 node.kubernetes.io/out-of-service=nodeshutdown:NoExecute"
      When 1 minute passes
      Then no pod of "log-agent" is left on "east-2"
      But the pod of "log-agent" on "east-1" was not replaced

    @needs-virtual-time
    Example: deleted without the taint, it is listed for as long as the machine is silent
      Given node "east-2" falls silent
      And 2 minutes pass
      And I run "oc delete pod <pod of log-agent on east-2> --wait=false"
      When 24 hours pass
      And I run "oc get pods --field-selector spec.nodeName=east-2"
      Then it prints:
        """
        NAME          READY   STATUS        RESTARTS   AGE
        log-agent-…   1/1     Terminating   0          …
        """

  Rule: On a node that is well the taint is a taint like any other
    # Authority: pkg/controller/podgc/gc_controller.go gcTerminating; pkg/controller/tainteviction/taint_eviction.go processPodOnNode

    Example: the pod is asked to leave, and stops in its own time
      When I run "oc adm taint nodes east-2 node.kubernetes.io/out-of-service=nodeshutdown:NoExecute"
      Then "log-agent" runs one pod on "east-1" and nowhere else
      And no pod of "log-agent" was created since
