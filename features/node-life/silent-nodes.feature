@needs-node-control
Feature: A node that falls silent

  A machine loses its power, or its network: the cluster only notices that it no longer hears of it. After 50 seconds without a sign of life the node is marked
  **unreachable**. Ordinary pods there are given five more minutes and are then written off. Daemon pods are not: they could go
  nowhere else, so they wait for their node to come back, for as long as it takes.

  Background:
    Given the nodes "east-1" and "east-2"
    And the daemon set "log-agent"

  Rule: After 50 seconds of silence a node is unreachable
    The last sign of life may be ten seconds old when the node falls silent.

    Example: 40 to 50 seconds later
      When node "east-2" falls silent
      Then node "east-2" was marked unreachable after 40 to 50 seconds

    Example: as an administrator sees it
      Given node "east-2" falls silent
      When I run "oc get nodes"
      Then it prints:
        """
        NAME     STATUS     ROLES    AGE   VERSION
        east-1   Ready      <none>   …
        east-2   NotReady   <none>   …
        """

    @needs-virtual-time
    Example: a short silence goes unnoticed
      When node "east-2" is silent for 25 seconds
      Then node "east-2" was never marked unreachable
      And the pod of "log-agent" on "east-2" was not replaced

  Rule: Daemon pods stay on an unreachable node

    @needs-virtual-time
    Example: a day later the pod is still the same
      When node "east-2" is silent for 24 hours
      Then the pod of "log-agent" on "east-2" was never replaced

    Example: nobody can vouch for the pod, so the status no longer counts it as ready
      When node "east-2" falls silent
      Then the status of "log-agent" is:
        | ready | available |
        | 1     | 1         |

    Example: lists go on showing it as ready, for they count containers, and of those nobody has heard
      Given node "east-2" falls silent
      When I run "oc get pod <pod of log-agent on east-2>"
      Then it prints:
        """
        NAME          READY   STATUS    RESTARTS   AGE
        log-agent-…   1/1     Running   0          …
        """

    Example: the condition of the pod tells the truth
      Given node "east-2" falls silent
      When I run:
        """
        oc get pod <pod of log-agent on east-2> -o 'jsonpath={.status.conditions[?(@.type=="Ready")].status}'
        """
      Then it prints:
        """
        False
        """

    Example: a pod deleted there stays in the list, for nobody can stop it
      Given node "east-2" falls silent
      When the pod of "log-agent" on "east-2" is deleted
      Then no pod of "log-agent" was created since
      And "log-agent" runs one pod on "east-1"

    Example: a new daemon set gets no pod there: unreachable nodes take no newcomers
      Given node "east-2" falls silent
      When the daemon set "node-metrics" is created
      Then "node-metrics" runs one pod on "east-1" and nowhere else
      And "east-2" never had a pod of "node-metrics"

  @needs-virtual-time
  Rule: Ordinary pods are written off five minutes later

    Background:
      Given the pod "report-job" that asked for "kubernetes.io/hostname=east-2" and runs on "east-2"

    @needs-steady-control-plane
    Example: fifty seconds and five minutes of silence
      When node "east-2" is silent for 10 minutes
      Then the pod "report-job" was asked to leave after 340 to 351 seconds
      But the pod of "log-agent" on "east-2" was not replaced

    @needs-steady-control-plane
    Example: it leaves only when the node is back and can stop it
      When node "east-2" is silent for 10 minutes
      Then there is no pod "report-job" any more

    Example: five minutes of silence are survived
      When node "east-2" is silent for 5 minutes
      Then node "east-2" was marked unreachable after 40 to 50 seconds
      But the pod "report-job" was never asked to leave

    Example: once the node is back the time is forgotten
      Given node "east-2" is silent for 5 minutes
      When node "east-2" is silent for 5 minutes
      Then the pod "report-job" was never asked to leave
      And the pod "report-job" still runs on "east-2"

    Example: unless every node is silent: then the control plane doubts itself, and writes nobody off
      Given node "east-1" falls silent
      When node "east-2" is silent for 10 minutes
      Then the pod "report-job" was never asked to leave

    Example: nor if three of five nodes are silent: then it may well be the network
      Given the nodes "west-1", "west-2" and "west-3"
      And node "west-1" falls silent
      And node "west-2" falls silent
      When node "east-2" is silent for 10 minutes
      Then the pod "report-job" was never asked to leave

  Rule: When the node is back everything is as before

    Example: the daemon pod is ready again, and was never replaced
      Given node "east-2" falls silent
      When node "east-2" reports again
      Then "log-agent" runs one pod on each of "east-1" and "east-2" and nowhere else
      And the pod of "log-agent" on "east-2" was never replaced
      And the status of "log-agent" is:
        | desired | ready | misscheduled | unavailable |
        | 2       | 2     | 0            | 0           |

    Example: a pod that was deleted meanwhile is stopped, and its successor comes
      Given node "east-2" falls silent
      And the pod of "log-agent" on "east-2" is deleted
      When node "east-2" reports again
      Then "log-agent" runs one pod on each of "east-1" and "east-2" and nowhere else
      And no node ever had two pods of "log-agent" at the same time

    Example: a daemon set that was created meanwhile gets its pod
      Given node "east-2" falls silent
      And the daemon set "node-metrics"
      When node "east-2" reports again
      Then "node-metrics" runs one pod on each of "east-1" and "east-2" and nowhere else

  Rule: A silent node that is given up loses its pods

    Example: the node is removed
      Given node "east-2" falls silent
      When node "east-2" is removed
      Then no pod of "log-agent" is left on "east-2"
      And the status of "log-agent" is:
        | desired | ready | unavailable |
        | 1       | 1     | 0           |
