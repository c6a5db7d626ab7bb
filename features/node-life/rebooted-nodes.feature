@needs-node-control
Feature: A node is rebooted

  A reboot ends every program on a machine, but no pod in the cluster. When the machine is back, the program that looks after
  its pods, the *kubelet*, starts their containers once more. So a daemon set has nothing to do: it sees the same pods, which
  are unready for a while. It is otherwise where kubelets have been told to shut down gracefully (`shutdownGracePeriod`, by
  default nothing): before such a machine goes down its pods are stopped for good, and daemon sets replace them.

  Background:
    Given 3 nodes
    And the daemon set "log-agent"

  Rule: The pods of a rebooted node stay the same, and their containers are started anew
    # Authority: pkg/kubelet/kuberuntime/kuberuntime_container.go startContainer

    Example: half a minute later
      When node "node-2" reboots
      Then the pod of "log-agent" on "node-2" was not replaced
      And the container of "log-agent" on "node-2" restarted one time
      But the containers of "log-agent" on "node-1" and "node-3" restarted no times

    Example: two reboots are two restarts
      Given node "node-2" reboots
      When node "node-2" reboots
      Then the container of "log-agent" on "node-2" restarted two times

    Example: half a minute is too short to be missed
      When node "node-2" reboots
      Then node "node-2" was never marked unreachable

    @needs-long-waits @needs-steady-control-plane
    Example: five minutes are not, and still the pod stays
      When node "node-2" reboots within 5 minutes
      Then node "node-2" was marked unreachable after at most 1 minute
      But the pod of "log-agent" on "node-2" was not replaced
      And all pods of "log-agent" are ready

  Rule: A node is drained for maintenance, rebooted, and opened again
    # Authority: staging/src/k8s.io/kubectl/pkg/drain/filters.go daemonSetFilter

    Example: daemon pods sit it out
      Given node "node-2" is drained
      And node "node-2" reboots
      When node "node-2" is uncordoned
      Then the pod of "log-agent" on "node-2" was never replaced
      And all pods of "log-agent" are ready
