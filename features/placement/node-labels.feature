@D21
Feature: Node labels decide where daemon pods run

  A daemon set can be limited to nodes that carry a label. The label is read **all the time**, not only when the daemon set is
  created: give a node the label and it gets a pod, take the label away and the pod is deleted. People are often surprised by the
  second half, because for ordinary pods a node label matters at the moment of scheduling, and then not again until the kubelet of
  their node is restarted. They may be surprised by the pace, too: a label that is changed on many nodes at once takes away up to
  250 pods at once, whatever the daemon set says about updates.

  Background:
    Given the nodes:
      | name   | labels      |
      | east-1 | role=worker |
      | east-2 | role=worker |
      | infra  |             |
    And the daemon set "log-agent" for nodes labelled "role=worker"

  Rule: A node that gains the label gets a pod, unless something else keeps it out, and the others keep theirs
    # Authority: pkg/controller/daemon/daemon_controller.go syncNodeUpdate

    Example: labelling a third node
      When node "infra" is labelled "role=worker"
      Then "log-agent" runs one pod on each of "east-1", "east-2" and "infra" and nowhere else
      And the pods of "log-agent" on "east-1" and "east-2" were not replaced

    @K02
    Example: the label does not help against a taint
      Given node "infra" is tainted "maintenance:NoSchedule"
      When node "infra" is labelled "role=worker"
      Then "infra" never had a pod of "log-agent"

    Example: another value of the same label is not enough
      When node "infra" is labelled "role=db"
      Then "infra" never had a pod of "log-agent"
      And the pods of "log-agent" on "east-1" and "east-2" were not replaced

  Rule: A node that loses the label loses the pod that runs there
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

  Rule: A pod that still waits for a node that loses the label stays until something wakes its daemon set
    # Authority: pkg/controller/daemon/daemon_controller.go syncNodeUpdate; pkg/controller/controller_utils.go AddPodNodeNameIndexer
    When a node changes, the controller looks for pods that are bound to it. One that waits is bound to none.

    Background:
      Given the nodes:
        | name  | labels    | cpu |
        | old-1 | disk=fast | 2   |
        | new-1 | disk=fast | 8   |
      And the daemon set "indexer" with the pod spec:
        """
        nodeSelector: {disk: fast}
        containers:
          - {name: indexer, image: "example.test/indexer:v1", resources: {requests: {cpu: "4"}}}
        """
      And the label "disk" is removed from node "old-1"

    @needs-long-waits @needs-steady-control-plane
    Example: two minutes later it is still there
      When 2 minutes pass
      Then the pod of "indexer" for "old-1" is pending
      And the status of "indexer" is:
        | desired | current |
        | 2       | 2       |

    Example: another pod of the set that is deleted is enough to wake it
      When the pod of "indexer" on "new-1" is deleted
      Then no pod of "indexer" is left on "old-1"
      And "indexer" runs one pod on "new-1" and nowhere else

  Rule: Labels that neither the daemon set nor its project asks for change nothing
    # Authority: pkg/controller/daemon/daemon_controller.go syncNodeUpdate

    Example: an additional label
      When node "east-2" is labelled "disk=ssd"
      Then the pods of "log-agent" on "east-1" and "east-2" were not replaced
      And "infra" never had a pod of "log-agent"
