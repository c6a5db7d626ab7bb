@I14 @needs-container-control
Feature: A pod that has succeeded is replaced too

  Daemon pods are meant to run for ever. A program that ends, with or without an error, is started again in the same pod.
  The pod itself **succeeds** if its programs have ended well and are not to be started again: when its node shuts down in good
  order, or since Kubernetes 1.35 when their containers ask for it. Such a pod will not run again, and its node would be
  without. So the daemon set deletes it and creates another. A daemon set is the wrong tool for work that should be done once
  on every node: it would be done again and again.

  Background:
    Given the nodes "east-1" and "east-2"
    And the daemon set "log-agent"

  Rule: A pod that has succeeded is deleted, and a new one takes its place
    # Authority: pkg/controller/daemon/daemon_controller.go podsShouldBeOnNode; kubernetes#117018

    Example: one pod succeeds
      When the pod of "log-agent" on "east-1" ends without an error
      Then the pod of "log-agent" on "east-1" was replaced
      And "log-agent" runs one pod on each of "east-1" and "east-2" and nowhere else
      But the pod of "log-agent" on "east-2" was not replaced

    @needs-steady-control-plane
    Example: an event tells why, and it is no warning
      When the pod of "log-agent" on "east-1" ends without an error
      Then the events of "log-agent" include:
        | type   | reason             | from                 | message                                                            |
        | Normal | SucceededDaemonPod | daemonset-controller | Found succeeded daemon pod … on node east-1, will try to delete it |

  Rule: A container that ends without an error is no pod that has succeeded
    # Authority: pkg/kubelet/kubelet_pods.go getPhase; pkg/api/v1/pod/util.go ContainerShouldRestart

    Example: it is started again in the same pod
      When the container of "log-agent" on "east-1" exits with code 0
      Then the container of "log-agent" on "east-1" restarted 1 time
      And the pod of "log-agent" on "east-1" was not replaced

  @needs-long-waits @needs-steady-control-plane
  Rule: However often pods succeed, they are replaced at once; only pods that fail are made to wait
    # Authority: pkg/controller/daemon/daemon_controller.go podsShouldBeOnNode; pkg/api/v1/pod/util.go ContainerShouldRestart; pkg/kubelet/kubelet_pods.go getPhase; measured: 62 replacements in 15 seconds, against 5 of failed pods
    A container may have a `restartPolicy` of its own. With `Never` it is not started again, and the pod ends with it.

    Example: a program that is done after two seconds, again and again
      Given version "1.0" of "clean-up" ends without an error 2 seconds after its start
      And the daemon set "clean-up" with the pod spec:
        """
        containers: [{name: clean-up, image: "registry.example.com/clean-up:1.0", restartPolicy: Never}]
        """
      When 1 minute passes
      Then the pod of "clean-up" on "east-1" came again every 3 to 6 seconds

    Example: the same program, but it ends with an error
      Given version "1.0" of "clean-up" fails 2 seconds after its start
      And the daemon set "clean-up" with the pod spec:
        """
        containers: [{name: clean-up, image: "registry.example.com/clean-up:1.0", restartPolicy: Never}]
        """
      When 1 minute passes
      Then the pod of "clean-up" on "east-1" was created again at least 5 times, less and less often

  Rule: An ordinary pod that has succeeded stays as it is
    # Authority: pkg/controller/podgc/gc_controller.go gcTerminated
    It is kept so that its output can be read, until somebody deletes it, its node is removed, or the cluster has more than
    12,500 pods that have come to their end.

    Example: nobody replaces it
      Given the pod "report-job"
      When the pod "report-job" ends without an error
      Then the pod "report-job" has ended without an error
