@I08
Feature: A pod in the wrong place, and a number that lags behind

  A `NoSchedule` taint keeps new pods away and leaves those that run. So a daemon pod can be where it should not be:
  *misscheduled*. The status says so, but not at once. Marking a node gives the daemon set nothing to do, so it does not look,
  and its numbers stay as they were **until it next has a reason to count**; without any it is looked at once or twice a day.
  The way back is quicker: while it counts misscheduled pods, it watches the nodes of its pods.

  Background:
    Given the nodes "east-1", "east-2" and "gpu-1"
    And the daemon set "log-agent"

  @needs-steady-control-plane
  Rule: The taint alone changes no number, as long as none is misscheduled
    # Authority: pkg/controller/daemon/daemon_controller.go syncNodeUpdate; cmd/kube-controller-manager/app/controllermanager.go ResyncPeriod

    Example: the node is reserved, and the status is what it was
      When node "gpu-1" is tainted "team=ml:NoSchedule"
      Then the status of "log-agent" did not change
      And the status of "log-agent" is:
        | desired | current | misscheduled |
        | 3       | 3       | 0            |

    @needs-long-waits
    Example: nor after an hour
      Given node "gpu-1" is tainted "team=ml:NoSchedule"
      When 1 hour passes
      Then the status of "log-agent" did not change
      And the status of "log-agent" is:
        | desired | current | misscheduled |
        | 3       | 3       | 0            |

  Rule: The next thing that happens brings the numbers up to date
    # Authority: pkg/controller/daemon/daemon_controller.go updateDaemonSetStatus

    Scenario Outline: <what happens>
      Given node "gpu-1" is tainted "team=ml:NoSchedule"
      When I run "<command>"
      Then the status of "log-agent" is:
        | desired | current | misscheduled |
        | 2       | 2       | 1            |
      And the pod of "log-agent" on "gpu-1" was not replaced

      Examples:
        | what happens                  | command                                    |
        | the daemon set gets a label   | oc label daemonset log-agent team=platform |
        | a pod on another node is gone | oc delete pod <pod of log-agent on east-1> |

  Rule: While it counts one, every taint on a node of its pods is counted at once
    # Authority: pkg/controller/daemon/daemon_controller.go syncNodeUpdate; kubernetes#132459

    Example: a second node is reserved
      Given node "gpu-1" is tainted "team=ml:NoSchedule"
      And I run "oc label daemonset log-agent team=platform"
      When node "east-2" is tainted "team=ml:NoSchedule"
      Then the status of "log-agent" is:
        | desired | current | misscheduled |
        | 1       | 1       | 2            |

  Rule: When the taint goes, misscheduled falls back at once
    # Authority: pkg/controller/daemon/daemon_controller.go syncNodeUpdate; kubernetes#132459

    Example: the node is open again
      Given node "gpu-1" is tainted "team=ml:NoSchedule"
      And I run "oc label daemonset log-agent team=platform"
      When the taint "team=ml:NoSchedule" is removed from node "gpu-1"
      Then the status of "log-agent" is:
        | desired | current | misscheduled |
        | 3       | 3       | 0            |
      And the pod of "log-agent" on "gpu-1" was not replaced

    Example: or the pod is deleted, and does not come back
      Given node "gpu-1" is tainted "team=ml:NoSchedule"
      When the pod of "log-agent" on "gpu-1" is deleted
      Then the status of "log-agent" is:
        | desired | current | misscheduled |
        | 2       | 2       | 0            |
      And no pod of "log-agent" is left on "gpu-1"
