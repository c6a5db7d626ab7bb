@I02 @needs-node-control
Feature: A silent node and the rolling update

  In a large cluster there is always some machine that does not answer. Nothing on it can be stopped or started. The update
  marks its pod for deletion like any other, and then the pod stays. What surprises people is that this holds up **all the
  others**: the node has no available pod, that uses up a budget of one, and no other pod may be replaced. Clusters with flaky
  machines need a larger budget, or surge.

  Background:
    Given the nodes "east-1", "east-2" and "east-3"

  Rule: With a budget of one, a silent node brings the update to a halt
    # Authority: pkg/controller/daemon/update.go rollingUpdate; recording silent-node-stalls-rollout; kubernetes#117204

    Background:
      Given the daemon set "log-agent"
      And node "east-3" falls silent

    Example: not one pod is replaced
      When the daemon set "log-agent" is updated to version "v2"
      Then the pods of "log-agent" on "east-1" and "east-2" were not replaced
      And the pods of "log-agent" on "east-1" and "east-2" run version "v1"

    Example: the only pod that is asked to leave is the one that cannot
      Given the daemon set "log-agent" is updated to version "v2"
      When I run "oc get pod <pod of log-agent on east-3>"
      Then it prints:
        """
        NAME          READY   STATUS        RESTARTS   AGE
        log-agent-…   1/1     Terminating   0          …
        """

    @needs-long-waits
    Example: not within a day either
      Given the daemon set "log-agent" is updated to version "v2"
      When 24 hours pass
      Then the pods of "log-agent" on "east-1" and "east-2" run version "v1"

    Example: the update goes on when the node reports again
      Given the daemon set "log-agent" is updated to version "v2"
      When node "east-3" reports again
      Then the pods of "log-agent" on "east-1", "east-2" and "east-3" run version "v2"
      And at no time were more than one pod of "log-agent" unavailable

    Example: the update goes on when the node is removed and, about a minute later, its pod is
      Given the daemon set "log-agent" is updated to version "v2"
      When node "east-3" is removed
      Then the pods of "log-agent" on "east-1" and "east-2" run version "v2"
      And at no time were more than one pod of "log-agent" unavailable

  Rule: A budget larger than the number of silent nodes gets the update past them
    # Authority: pkg/controller/daemon/update.go rollingUpdate; kubernetes#117204

    Example: a budget of two leaves one for the nodes that answer
      Given the daemon set "log-agent" with:
        | max unavailable | 2 |
      And node "east-3" falls silent
      When the daemon set "log-agent" is updated to version "v2"
      Then one pod of "log-agent" was unavailable, and never more
      And the pods of "log-agent" on "east-1" and "east-2" run version "v2"

    @needs-long-waits
    Example: a budget of two is no help against two silent nodes
      Given the daemon set "log-agent" with:
        | max unavailable | 2 |
      And node "east-2" falls silent
      And node "east-3" falls silent
      When the daemon set "log-agent" is updated to version "v2"
      Then the pod of "log-agent" on "east-1" was not replaced

    Example: the budget can be raised while the update stands still
      Given the daemon set "log-agent"
      And node "east-3" falls silent
      And the daemon set "log-agent" is updated to version "v2"
      When I run:
        """
        oc patch daemonset log-agent -p '{"spec": {"updateStrategy": {"rollingUpdate": {"maxUnavailable": 2}}}}'
        """
      Then the pods of "log-agent" on "east-1" and "east-2" run version "v2"
