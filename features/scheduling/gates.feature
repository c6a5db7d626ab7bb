Feature: A pod behind a gate is left alone

  A *scheduling gate* in a pod says that somebody wants to have a look at it before it is scheduled. Whoever that is takes the gate away when all is well. Until then the
  scheduler does not even try, and there is no event that tells of it: only the pod does. In the template of a daemon set a gate makes every pod wait, after an update, too.

  Rule: As long as it has a gate, nobody looks for a node for a pod
    # Authority: pkg/scheduler/framework/plugins/schedulinggates/scheduling_gates.go PreEnqueue; pkg/registry/core/pod/strategy.go applySchedulingGatedCondition

    Background:
      Given the node "east-1"
      And the daemon set "log-agent" with the pod spec:
        """
        schedulingGates: [{name: example.test/budget}]
        """

    Example: get says so
      When I run "oc get pods"
      Then it prints:
        """
        NAME              READY   STATUS            RESTARTS   AGE
        log-agent-…   0/1     SchedulingGated   0          …
        """
      And the status of "log-agent" is:
        | desired | current | ready | unavailable |
        | 1       | 1       | 0     | 1           |

    @needs-steady-control-plane @needs-long-waits
    Example: ten minutes later it is the same pod, and nobody has complained
      When 10 minutes pass
      Then the pod of "log-agent" for "east-1" is pending
      And the pod of "log-agent" for "east-1" was never replaced
      And no event of "log-agent" is a warning

    Example: the gate is taken away
      When I run "oc patch pod <pod of log-agent for east-1> -p '{spec: {schedulingGates: null}}'"
      Then "log-agent" runs one pod on "east-1" and nowhere else
      And the pod of "log-agent" on "east-1" was never replaced
