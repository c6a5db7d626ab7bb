Feature: What the numbers of a daemon set count

  `oc get daemonset` shows five numbers, and the status holds two more. Each counts **nodes**, not pods, and each answers
  another question. Reading them side by side tells most of what can be wrong: pods missing, pods waiting, pods unwell, pods
  behind, pods in the wrong place. Where a node has two pods, one of them is counted: one that has its node before one that
  waits, and then the older, even if it is on its way out.

  Background:
    Given the nodes:
      | name   | cpu | labels      |
      | east-1 | 4   | role=worker |
      | east-2 | 4   | role=worker |
      | east-3 | 1   | role=worker |
      | infra  | 4   | role=infra  |

  Rule: Desired counts the nodes that are to run a pod
    # Authority: pkg/controller/daemon/daemon_controller.go updateDaemonSetStatus, NodeShouldRunDaemonPod

    Example: three of four nodes carry the label
      When the daemon set "log-agent" is created for nodes labelled "role=worker"
      Then the status of "log-agent" is:
        | desired | current | ready | up-to-date | available | unavailable | misscheduled |
        | 3       | 3       | 3     | 3          | 3         | 0           | 0            |

    Example: five of them as oc shows them
      Given the daemon set "log-agent" for nodes labelled "role=worker"
      When I run "oc get daemonset"
      Then it prints:
        """
        NAME        DESIRED   CURRENT   READY   UP-TO-DATE   AVAILABLE   NODE SELECTOR   AGE
        log-agent   3         3         3       3            3           role=worker     …
        """

  Rule: Current counts those of them that have a pod, running, waiting or stopping
    # Authority: pkg/controller/daemon/daemon_controller.go updateDaemonSetStatus, getNodesToDaemonPods

    Example: a pod that waits for room is current, but not ready
      When the daemon set "indexer" is created with:
        | cpu            | 2           |
        | nodes labelled | role=worker |
      Then the pod of "indexer" for "east-3" is pending
      And the status of "indexer" is:
        | desired | current | ready | available | unavailable |
        | 3       | 3       | 2     | 2         | 1           |

    Example: a pod that was not allowed is not current
      Given the quota "small" with:
        | pods | 2 |
      When the daemon set "log-agent" is created for nodes labelled "role=worker"
      Then the status of "log-agent" is:
        | desired | current | ready | unavailable |
        | 3       | 2       | 2     | 1           |

    @needs-container-control
    Example: a pod that takes its time to stop is current until it is gone
      Given version "v1" of "log-agent" takes 20 seconds to stop
      And the daemon set "log-agent"
      And the pod of "log-agent" on "infra" has just been deleted
      When 10 seconds pass
      Then the status of "log-agent" is:
        | desired | current |
        | 4       | 4       |

  @needs-container-control
  Rule: Ready counts those whose pod is ready now
    # Authority: pkg/controller/daemon/daemon_controller.go updateDaemonSetStatus

    Example: a pod turns unready
      Given the daemon set "log-agent"
      When the pod of "log-agent" on "east-1" turns unready
      Then the status of "log-agent" is:
        | desired | current | ready | up-to-date | available | unavailable |
        | 4       | 4       | 3     | 4          | 3         | 1           |

  Rule: Available counts those whose pod has been ready long enough; unavailable, the rest of the desired
    # Authority: pkg/controller/daemon/daemon_controller.go updateDaemonSetStatus; pkg/api/v1/pod/util.go IsPodAvailable

    Example: half a minute after the start
      When the daemon set "log-agent" is created with:
        | min ready seconds | 30 |
      Then the status of "log-agent" went through:
        | desired | ready | available | unavailable |
        | 4       | 0     | 0         | 4           |
        | 4       | 4     | 0         | 4           |
        | 4       | 4     | 4         | 0           |

  Rule: Up-to-date counts those whose pod carries the hash or the number of the current template
    # Authority: pkg/controller/daemon/util/daemonset_util.go IsPodUpdated; pkg/controller/daemon/daemon_controller.go podByCreationTimestampAndPhase
    As a rule that means that it was made from it. `features/adoption/` shows pods of which it is not true.

    Example: an update that only reaches new pods
      Given the daemon set "log-agent" with:
        | update strategy | OnDelete |
      And the daemon set "log-agent" is updated to version "v2"
      When the pod of "log-agent" on "east-1" is deleted
      Then the status of "log-agent" is:
        | desired | current | ready | up-to-date | available |
        | 4       | 4       | 4     | 1          | 4         |

    @needs-container-control
    Example: with surge an old pod that is stopping is counted, not the new one beside it
      Given version "v1" of "log-agent" takes 20 seconds to stop
      And the daemon set "log-agent" with:
        | max unavailable | 0    |
        | max surge       | 100% |
      And the daemon set "log-agent" has just been updated to version "v2"
      When 10 seconds pass
      Then for a while "east-1" had two pods of "log-agent"
      But the status of "log-agent" is:
        | desired | current | up-to-date |
        | 4       | 4       | 0          |

  Rule: Misscheduled counts nodes with a pod that does not belong there
    # Authority: pkg/controller/daemon/daemon_controller.go updateDaemonSetStatus; recording noschedule-keeps-running-pods

    Example: a node is reserved while the pod runs on, and then the daemon set has something to do
      Given the daemon set "log-agent"
      And node "infra" is tainted "team=ml:NoSchedule"
      When the pod of "log-agent" on "east-1" is deleted
      Then the status of "log-agent" is:
        | desired | current | ready | misscheduled |
        | 3       | 3       | 3     | 1            |
      And the pod of "log-agent" on "infra" was not replaced

  Rule: A failed or succeeded pod that is being deleted counts for nothing
    # Authority: pkg/controller/daemon/daemon_controller.go getNodesToDaemonPods

    @needs-container-control
    Example: something holds a failed pod back
      Given the daemon set "log-agent"
      And I run:
        """
        oc patch pod <pod of log-agent on east-1> --type merge -p '{"metadata":{"finalizers":["example.com/evidence"]}}'
        """
      When the pod of "log-agent" on "east-1" fails
      Then the status of "log-agent" is:
        | desired | current | ready | available |
        | 4       | 4       | 4     | 4         |
