Feature: A pod says which operating system it is for

  In a cluster of mixed nodes a pod may say in `spec.os` that it is for Windows. That is no wish to the scheduler. It only lets the kubelet of a node with another system
  refuse the pod. A daemon set needs a node selector, too, or its pods fail on every other node, again and again.

  Background:
    Given the nodes "east-1" and "east-2"

  Rule: A node with another system refuses it
    # Authority: pkg/kubelet/lifecycle/predicate.go rejectPodAdmissionBasedOnOSField, Admit

    @needs-long-waits @needs-steady-control-plane
    Example: a daemon set for Windows, on Linux
      Given the daemon set "win-agent" with the pod spec:
        """
        os: {name: windows}
        """
      When 2 minutes pass
      Then every pod of "win-agent" on "east-1" failed with the reason "PodOSNotSupported"
      And the pod of "win-agent" on "east-1" was created again at least 4 times, less and less often

    Example: a node selector keeps it from coming at all
      When the daemon set "win-agent" is created with the pod spec:
        """
        os: {name: windows}
        nodeSelector: {kubernetes.io/os: windows}
        """
      Then "east-1" never had a pod of "win-agent"

    Example: one that is for Linux runs
      When the daemon set "log-agent" is created with the pod spec:
        """
        os: {name: linux}
        """
      Then "log-agent" runs one pod on each of "east-1" and "east-2" and nowhere else
