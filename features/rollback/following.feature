Feature: Following an update to its end

  `oc rollout status` stays until an update has come to its end, and tells on the way how far it is. In a script it is the step
  that waits before the next one; so it matters what "end" means, and that it waits **for ever** for an update that does not get
  there, unless it is given a timeout. The end is reached when every **desired** node has the new pod, available. A node that
  is silent, or tainted since, is not desired by a daemon set that does not tolerate it: it may keep the old version, and the
  answer is success all the same.

  Background:
    Given the nodes "east-1", "east-2" and "east-3"

  Rule: It tells how far the update is, and ends with it
    # Authority: staging/src/k8s.io/kubectl/pkg/polymorphichelpers/rollout_status.go Status

    Example: from the first to the last node
      Given the daemon set "log-agent"
      And the daemon set "log-agent" has just been updated to version "v2"
      When I run "oc rollout status daemonset/log-agent"
      Then it prints, among other lines:
        """
        Waiting for daemon set "log-agent" rollout to finish: 0 out of 3 new pods have been updated...
        Waiting for daemon set "log-agent" rollout to finish: 1 out of 3 new pods have been updated...
        Waiting for daemon set "log-agent" rollout to finish: 2 out of 3 new pods have been updated...
        Waiting for daemon set "log-agent" rollout to finish: 2 of 3 updated pods are available...
        daemon set "log-agent" successfully rolled out
        """

    @needs-movable-clock
    Example: before the controller has looked at the update, it waits for that
      Given the daemon set "log-agent"
      And the daemon set "log-agent" has just been updated to version "v2"
      When I run "oc rollout status daemonset/log-agent"
      Then it prints, among other lines:
        """
        Waiting for daemon set spec update to be observed...
        Waiting for daemon set "log-agent" rollout to finish: 0 out of 3 new pods have been updated...
        """

    Example: an update that is over
      Given the daemon set "log-agent"
      And the daemon set "log-agent" is updated to version "v2"
      When I run "oc rollout status daemonset/log-agent"
      Then it prints:
        """
        daemon set "log-agent" successfully rolled out
        """

  @needs-container-control
  Rule: An update that hangs makes it fail, if it has a timeout
    # Authority: staging/src/k8s.io/kubectl/pkg/cmd/rollout/rollout_status.go Run

    Background:
      Given the daemon set "log-agent"
      And version "v2" of "log-agent" can never be pulled
      And the daemon set "log-agent" is updated to version "v2"

    Example: after a minute it gives up
      When I try to run "oc rollout status daemonset/log-agent --timeout=1m"
      Then it is refused:
        """
        error: timed out waiting for the condition
        """

    Example: one look, without waiting
      When I run "oc rollout status daemonset/log-agent --watch=false"
      Then it prints:
        """
        Waiting for daemon set "log-agent" rollout to finish: 1 out of 3 new pods have been updated...
        """

  Rule: Only desired nodes count, so it may succeed though nodes run the old version
    # Authority: staging/src/k8s.io/kubectl/pkg/polymorphichelpers/rollout_status.go Status; pkg/controller/daemon/daemon_controller.go updateDaemonSetStatus; measured

    @needs-node-control
    Example: a silent node keeps the old version
      Given the daemon set "log-agent" with:
        | max unavailable | 2 |
      And node "east-3" falls silent
      And the daemon set "log-agent" is updated to version "v2"
      When I run "oc rollout status daemonset/log-agent"
      Then it prints:
        """
        daemon set "log-agent" successfully rolled out
        """
      But the pod of "log-agent" on "east-3" runs version "v1"

    Example: a node that was tainted meanwhile has no pod at all
      Given the daemon set "log-agent"
      And node "east-3" is tainted "team=ml:NoSchedule"
      And the daemon set "log-agent" is updated to version "v2"
      When I run "oc rollout status daemonset/log-agent"
      Then it prints:
        """
        daemon set "log-agent" successfully rolled out
        """
      But no pod of "log-agent" is left on "east-3"

  Rule: It knows rolling updates only
    # Authority: staging/src/k8s.io/kubectl/pkg/polymorphichelpers/rollout_status.go Status

    Example: with OnDelete there is no end to wait for
      Given the daemon set "log-agent" with:
        | update strategy | OnDelete |
      When I try to run "oc rollout status daemonset/log-agent"
      Then it is refused:
        """
        error: rollout status is only available for RollingUpdate strategy type
        """

    Example: oc wait can, when the pods are deleted by hand
      Given the daemon set "log-agent" with:
        | update strategy | OnDelete |
      And the daemon set "log-agent" is updated to version "v2"
      And I run "oc delete pods -l app=log-agent --wait=false"
      When I run "oc wait daemonset/log-agent --for=jsonpath={.status.updatedNumberScheduled}=3"
      Then it prints:
        """
        daemonset.apps/log-agent condition met
        """

  Rule: An update cannot be paused on its way, but OnDelete halts it
    # Authority: staging/src/k8s.io/kubectl/pkg/polymorphichelpers/objectpauser.go defaultObjectPauser; pkg/controller/daemon/daemon_controller.go updateDaemonSet

    Example: oc rollout pause is for deployments only
      Given the daemon set "log-agent"
      When I try to run "oc rollout pause daemonset/log-agent"
      Then it is refused:
        """
        error: daemonsets.apps "log-agent" pausing is not supported
        """

    @needs-container-control
    Example: the other strategy, and no further node is touched
      Given version "v2" of "log-agent" takes 1 minute to start
      And the daemon set "log-agent"
      And the daemon set "log-agent" has just been updated to version "v2"
      And 30 seconds pass
      When I run:
        """
        oc patch daemonset log-agent -p '{"spec": {"updateStrategy": {"type": "OnDelete"}}}'
        """
      Then the status of "log-agent" is:
        | desired | up-to-date | available |
        | 3       | 1          | 3         |
