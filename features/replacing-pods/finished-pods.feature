@I14 @needs-container-control
Feature: A pod that ends without an error is replaced too

  Daemon pods are meant to run for ever. If one ends, even without an error, its node would be without; so the daemon set
  deletes it and creates another. A daemon set is the wrong tool for work that should be done once on every node: it would be done
  again and again.

  Background:
    Given the nodes "east-1" and "east-2"
    And the daemon set "log-agent"

  Rule: A pod that has ended well is deleted, and a new one takes its place

    Example: one pod ends
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

  Rule: An ordinary pod that has ended stays as it is

    Example: nobody replaces it
      Given the pod "report-job"
      When the pod "report-job" ends without an error
      Then the pod "report-job" has ended without an error
