Feature: Official conformance, part one: pods on nodes

  Who wants to call a product *Certified Kubernetes* must, among other things, pass the official conformance suite. Eight of its
  claims are about daemon sets. Here they are in plain words, each with the course of events that the suite goes through, so that a
  release, a distribution or your own cluster can be held to them. The first three: pods come, pods go where the labels say, and
  failed pods are replaced.

  Background:
    Given the nodes "east-1", "east-2" and "east-3"

  @K01
  Rule: A daemon set brings a pod to every node that nothing speaks against, and a pod that is deleted there comes back
    # Authority: pkg/controller/daemon/daemon_controller.go podsShouldBeOnNode; documentation: DaemonSet

    Example: every node runs a pod
      When the daemon set "log-agent" is created
      Then "log-agent" runs one pod on each of "east-1", "east-2" and "east-3" and nowhere else
      And no node ever had two pods of "log-agent" at the same time

    Example: a deleted pod is revived
      Given the daemon set "log-agent"
      When the pod of "log-agent" on "east-2" is deleted
      Then the pod of "log-agent" on "east-2" was replaced
      And "log-agent" runs one pod on each of "east-1", "east-2" and "east-3" and nowhere else
      And no node ever had two pods of "log-agent" at the same time

  @K02
  Rule: Pods follow the labels of the nodes, and the node selector when it changes
    # Authority: pkg/controller/daemon/daemon_controller.go syncNodeUpdate; pkg/controller/daemon/daemon_controller.go podsShouldBeOnNode

    Background:
      Given the daemon set "log-agent" for nodes labelled "color=blue"

    Example: at first no node has the label
      When 1 minute passes
      Then no pod of "log-agent" was ever created

    Example: a node gets the label, and a pod
      When node "east-1" is labelled "color=blue"
      Then "log-agent" runs one pod on "east-1" and nowhere else

    Example: another value, and the pod goes
      Given node "east-1" is labelled "color=blue"
      When node "east-1" is labelled "color=green"
      Then no pod of "log-agent" is left

    Example: the selector follows the label, and the pod is back
      Given node "east-1" is labelled "color=green"
      When I run:
        """
        oc patch daemonset log-agent -p '{"spec": {"template": {"spec": {"nodeSelector": {"color": "green"}}}}}'
        """
      Then "log-agent" runs one pod on "east-1" and nowhere else

  @K03 @needs-container-control
  Rule: A failed pod is replaced where its daemon set still wants one
    # Authority: pkg/controller/daemon/daemon_controller.go podsShouldBeOnNode; recording failed-pods-are-replaced

    Example: one pod fails
      Given the daemon set "log-agent"
      When the pod of "log-agent" on "east-3" fails
      Then the pod of "log-agent" on "east-3" was replaced
      And "log-agent" runs one pod on each of "east-1", "east-2" and "east-3" and nowhere else
      And no node ever had two pods of "log-agent" at the same time

    Example: on a node that has been tainted meanwhile it goes, and no other comes
      Given the daemon set "log-agent"
      And node "east-3" is tainted "team=ml:NoSchedule"
      When the pod of "log-agent" on "east-3" fails
      Then no pod of "log-agent" is left on "east-3"
      And no pod of "log-agent" was created since
