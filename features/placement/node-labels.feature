@D21
Feature: Node labels decide where daemon pods run

  A daemon set can be limited to nodes that carry a label. The label is read **all the time**, not only when the daemon
  set is created: give a node the label and it gets a pod, take the label away and the pod is deleted. People are often
  surprised by the second half, because for ordinary pods a node label matters at the moment of scheduling, and then not again until the kubelet
  of their node is restarted. They may be surprised by the pace, too: a label that is changed on many nodes at once takes away up to 250 pods at once,
  whatever the daemon set says about updates.

  Background:
    Given the nodes:
      | name   | labels      |
      | east-1 | role=worker |
      | east-2 | role=worker |
      | infra  |             |
    And the daemon set "log-agent" for nodes labelled "role=worker"

  Rule: A node that gains the label gets a pod, and the others keep theirs
    # Authority: pkg/controller/daemon/daemon_controller.go syncNodeUpdate

    Example: labelling a third node
      When node "infra" is labelled "role=worker"
      Then "log-agent" runs one pod on each of "east-1", "east-2" and "infra" and nowhere else
      And the pods of "log-agent" on "east-1" and "east-2" were not replaced

    Example: another value of the same label is not enough
      When node "infra" is labelled "role=db"
      Then "infra" never had a pod of "log-agent"
      And the pods of "log-agent" on "east-1" and "east-2" were not replaced

  Rule: A node that loses the label loses its pod
    # Authority: pkg/controller/daemon/daemon_controller.go syncNodeUpdate; pkg/controller/daemon/daemon_controller.go podsShouldBeOnNode

    @I09
    Example: relabelling a node for other work
      When node "east-2" is labelled "role=db"
      Then "log-agent" runs one pod on "east-1" and nowhere else
      And no pod of "log-agent" is left on "east-2"
      And the pod of "log-agent" on "east-1" was not replaced

    Example: all nodes lose it at once, and all pods go at once, though an update would take them one by one
      When I run "oc label nodes -l role=worker role=db --overwrite"
      Then no pod of "log-agent" is left
      And 2 pods of "log-agent" were unavailable at the same time, and never more

    Example: the label comes back, and so does a pod
      Given node "east-2" is labelled "role=db"
      When node "east-2" is labelled "role=worker"
      Then "log-agent" runs one pod on each of "east-1" and "east-2" and nowhere else

    @I09
    Example: ordinary pods stay where they are
      Given the pod "report-job" that asked for "role=worker" and runs on "east-2"
      When the label "role" is removed from node "east-2"
      Then no pod of "log-agent" is left on "east-2"
      But the pod "report-job" still runs on "east-2"

  Rule: Labels that the daemon set does not ask for change nothing
    # Authority: pkg/controller/daemon/daemon_controller.go syncNodeUpdate

    Example: an additional label
      When node "east-2" is labelled "disk=ssd"
      Then the pods of "log-agent" on "east-1" and "east-2" were not replaced
      And "infra" never had a pod of "log-agent"
