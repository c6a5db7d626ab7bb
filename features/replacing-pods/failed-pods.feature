@I13 @needs-container-control
Feature: A failed pod is replaced

  A pod of a daemon set can fail for good: it was evicted because its node ran out of disk, say, or the node refused it. The daemon set
  deletes it and creates another. If that fails too, and the next, it takes its time: the first goes at once, then the pauses **double**
  from one second up to a quarter of an hour, for each node by itself. So a broken node is tried again and again without
  burdening the cluster.

  Background:
    Given the nodes "east-1" and "east-2"

  @K03
  Rule: A failed pod is deleted, and a new one takes its place

    Example: one pod fails
      Given the daemon set "log-agent"
      When the pod of "log-agent" on "east-1" fails
      Then the pod of "log-agent" on "east-1" was replaced
      And "log-agent" runs one pod on each of "east-1" and "east-2" and nowhere else
      But the pod of "log-agent" on "east-2" was not replaced

    @needs-steady-control-plane
    Example: an event tells why
      Given the daemon set "log-agent"
      When the pod of "log-agent" on "east-1" fails
      Then the events of "log-agent" include:
        | type    | reason          | from                 | message                                                       |
        | Warning | FailedDaemonPod | daemonset-controller | Found failed daemon pod … on node east-1, will try to kill it |

  @needs-virtual-time @needs-steady-control-plane
  Rule: Pods that fail again and again are replaced less and less often

    Background:
      Given version "v1" of "log-agent" fails 1 second after its start
      And the daemon set "log-agent"

    Example: half an hour of failures
      When 30 minutes pass
      Then the pod of "log-agent" on "east-1" was created again at least 8 times, less and less often
      And the pod of "log-agent" on "east-2" was created again at least 8 times, less and less often

    Example: it is no hot loop
      When 2 hours pass
      Then at most 20 pods of "log-agent" were ever created on "east-1"

    Example: a good version ends it
      When the daemon set "log-agent" is updated to version "v2"
      Then "log-agent" runs one pod on each of "east-1" and "east-2" and nowhere else
      And the pods of "log-agent" on "east-1" and "east-2" run version "v2"
