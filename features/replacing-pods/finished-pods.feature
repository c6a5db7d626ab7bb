@I14 @needs-container-control
Feature: A pod that has succeeded is replaced too

  Daemon pods are meant to run for ever. A program that ends, with or without an error, is started again in the same pod; the pod itself **succeeds**
  if its node shuts down and the program ends well meanwhile. Such a pod will not run again, and its node would be without. So the daemon set deletes
  it and creates another. A daemon set is the wrong tool for work that should be done once on every node: it would be done again and again.

  Background:
    Given the nodes "east-1" and "east-2"
    And the daemon set "log-agent"

  Rule: A pod that has succeeded is deleted, and a new one takes its place
    # Authority: pkg/controller/daemon/daemon_controller.go podsShouldBeOnNode; kubernetes#117018; measured: 62 replacements in 15 seconds, against 5 of failed pods
    It goes at once, however often that happens. Only pods that have failed are made to wait.

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

  Rule: An ordinary pod that has succeeded stays as it is
    # Authority: pkg/controller/podgc/gc_controller.go gcTerminated

    Example: nobody replaces it
      Given the pod "report-job"
      When the pod "report-job" ends without an error
      Then the pod "report-job" has ended without an error
