@I11 @needs-container-control
Feature: The next pod waits for the one before

  A program that is told to stop may take its time: it flushes logs, or detaches a disk. As long as its pod is listed and has
  not come to its end, the node counts as served, and the daemon set creates no other pod there. Nobody shall meet two of them
  on one node. So a node goes without for as long as the old pod takes to stop. Its *grace period*, half a minute unless the
  template or the deletion says otherwise, is the limit, if its node is there to enforce it.

  Background:
    Given the nodes "east-1" and "east-2"
    And version "v1" of "log-agent" takes 20 seconds to stop

  Rule: The new pod comes when the old one is gone
    # Authority: pkg/controller/daemon/daemon_controller.go podsShouldBeOnNode; kubernetes#50477

    Example: a pod is deleted
      Given the daemon set "log-agent"
      When the pod of "log-agent" on "east-1" is deleted
      Then the new pod of "log-agent" on "east-1" came only when the old one was gone

    Example: a pod is replaced in an update
      Given the daemon set "log-agent"
      When the daemon set "log-agent" is updated to version "v2"
      Then the new pod of "log-agent" on "east-1" came only when the old one was gone

    Example: until then the node has nothing but the old pod
      Given the daemon set "log-agent"
      And the pod of "log-agent" on "east-1" has just been deleted
      When 10 seconds pass
      Then no pod of "log-agent" was created since

  Rule: The grace period is the limit, on a node that answers
    # Authority: pkg/kubelet/kuberuntime/kuberuntime_container.go killContainer

    @needs-steady-control-plane
    Example: a program that would take an hour is stopped after ten seconds
      Given version "v3" of "log-agent" takes 1 hour to stop
      And the daemon set "log-agent" with:
        | version      | v3         |
        | grace period | 10 seconds |
      When the pod of "log-agent" on "east-1" is deleted
      Then the new pod of "log-agent" on "east-1" came about 10 seconds after the old one was asked to leave

    @needs-node-control @needs-long-waits
    Example: on a silent node there is none
      Given the daemon set "log-agent"
      And node "east-1" falls silent
      And the pod of "log-agent" on "east-1" is deleted
      When 2 hours pass
      Then no pod of "log-agent" was created since

  Rule: A pod that has failed or succeeded need not be gone
    # Authority: pkg/controller/daemon/daemon_controller.go getNodesToDaemonPods
    It is enough that it is being deleted. It may still be listed because of a *finalizer*: somebody
    has noted that something is to be done before it goes.

    Example: a failed pod is held back, and its successor comes all the same
      Given the daemon set "log-agent"
      And I run:
        """
        oc patch pod <pod of log-agent on east-1> --type merge -p '{"metadata": {"finalizers": ["example.com/evidence"]}}'
        """
      When the pod of "log-agent" on "east-1" fails
      Then for a while "east-1" had two pods of "log-agent"

  Rule: With surge the new pod is created without waiting
    # Authority: pkg/controller/daemon/daemon_controller.go podsShouldBeOnNode
    It then waits only if the node lacks room for both, or if both ask for the same port.

    Example: the new pod is there before the old one has stopped
      Given the daemon set "log-agent" with:
        | max unavailable | 0 |
        | max surge       | 1 |
      When the pod of "log-agent" on "east-1" is deleted
      Then for a while "east-1" had two pods of "log-agent"
      And "log-agent" runs one pod on each of "east-1" and "east-2" and nowhere else
