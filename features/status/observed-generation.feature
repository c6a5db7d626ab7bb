Feature: Is the status about what I have just changed?

  After a change the status still speaks of the time before, until the daemon set's controller has looked. Two numbers tell
  whether it has. `metadata.generation` counts the changes of the **spec**; `status.observedGeneration` says which of them the
  status is about.
  As long as it lags behind, the controller has not acted on the change, and the other numbers say nothing about it. When the
  two are equal, it has; what happens on the nodes later need not be counted yet.

  Background:
    Given the node "east-1"
    And the daemon set "log-agent"

  Rule: The generation counts changes of the spec, not of labels or annotations
    # Authority: pkg/registry/apps/daemonset/strategy.go PrepareForUpdate

    Example: the first one
      When I run "oc get daemonset log-agent -o jsonpath='{.metadata.generation} {.status.observedGeneration}'"
      Then it prints:
        """
        1 1
        """

    Scenario Outline: <change>
      When I run:
        """
        <command>
        """
      Then the daemon set "log-agent" contains:
        """
        metadata:
          generation: <generation>
        status:
          observedGeneration: <generation>
        """

      Examples:
        | change                         | generation | command                                                              |
        | a new image in the template    | 2          | oc set image daemonset/log-agent log-agent=example.test/log-agent:v2 |
        | a setting outside the template | 2          | oc patch daemonset log-agent -p '{"spec": {"minReadySeconds": 5}}'   |
        | the same image once more       | 1          | oc set image daemonset/log-agent log-agent=example.test/log-agent:v1 |
        | a label on the daemon set      | 1          | oc label daemonset log-agent team=platform                           |
        | an annotation                  | 1          | oc annotate daemonset log-agent owner=clara                          |

  @needs-node-control
  Rule: A deletion that has to wait counts as a change, too, and nobody observes it
    # Authority: staging/src/k8s.io/apiserver/pkg/registry/generic/registry/store.go markAsDeleting; pkg/controller/daemon/daemon_controller.go syncDaemonSet; measured

    Example: a deletion in the foreground waits for a silent node
      Given node "east-1" falls silent
      When the daemon set "log-agent" is deleted with "--cascade=foreground"
      Then the daemon set "log-agent" contains:
        """
        metadata:
          generation: 2
        status:
          observedGeneration: 1
        """

  Rule: The status follows when the controller has looked
    # Authority: pkg/controller/daemon/daemon_controller.go storeDaemonSetStatus

    @needs-movable-clock
    Example: right after a change the status is about the time before
      Given the daemon set "log-agent" has just been updated to version "v2"
      When I run "oc get daemonset log-agent -o jsonpath='{.metadata.generation} {.status.observedGeneration}'"
      Then it prints:
        """
        2 1
        """

    Example: a moment later it has caught up
      Given the daemon set "log-agent" has just been updated to version "v2"
      When 1 second passes
      Then the daemon set "log-agent" contains:
        """
        metadata:
          generation: 2
        status:
          observedGeneration: 2
        """

  Rule: Even when the two are equal, the status may not know yet what happened to a node
    # Authority: pkg/controller/daemon/daemon_controller.go syncNodeUpdate

    Example: a node was reserved, and its pod is not yet counted as misscheduled
      When node "east-1" is tainted "team=ml:NoSchedule"
      Then the daemon set "log-agent" contains:
        """
        metadata:
          generation: 1
        status:
          observedGeneration: 1
          desiredNumberScheduled: 1
          numberMisscheduled: 0
        """
