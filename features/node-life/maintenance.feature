Feature: Cordon, drain, uncordon: a node goes into maintenance

  Before a machine is taken down its pods are moved elsewhere. **Cordon** closes the node for new pods, **drain** closes it
  and asks the pods on it to leave, **uncordon** opens it again. Daemon pods are the exception that surprises everybody the
  first time: drain *refuses* because of them and, told to go on, leaves them running.

  Background:
    Given the nodes "east-1" and "east-2"
    And the daemon set "log-agent"

  Rule: Cordon closes a node, but not for daemon pods
    # Authority: pkg/controller/daemon/util/daemonset_util.go AddOrUpdateDaemonPodTolerations; staging/src/k8s.io/kubectl/pkg/drain/cordon.go PatchOrReplaceWithContext

    Example: an ordinary pod waits, a daemon set is not impressed
      Given I run "oc adm cordon east-1 east-2"
      And the pod "report-job"
      When the daemon set "node-metrics" is created
      Then "node-metrics" runs one pod on each of "east-1" and "east-2" and nowhere else
      But the pod "report-job" is pending

    Example: uncordon opens it again
      Given I run "oc adm cordon east-1 east-2"
      And the pod "report-job"
      When I run "oc adm uncordon east-2"
      Then it prints:
        """
        node/east-2 uncordoned
        """
      And the pod "report-job" runs on "east-2"

    Example: daemon pods take no notice of either
      Given I run "oc adm cordon east-2"
      When I run "oc adm uncordon east-2"
      Then the pod of "log-agent" on "east-2" was never replaced

    Example: a cordoned node says so
      Given I run "oc adm cordon east-2"
      When I run "oc get nodes"
      Then it prints:
        """
        NAME     STATUS                     ROLES    AGE   VERSION
        east-1   Ready                      <none>   …
        east-2   Ready,SchedulingDisabled   <none>   …
        """

  @I18
  Rule: Drain refuses because of daemon pods that have not come to their end
    # Authority: staging/src/k8s.io/kubectl/pkg/drain/filters.go daemonSetFilter, localStorageFilter, unreplicatedFilter
    Pods that have failed or succeeded are no obstacle, whoever they belong to: they are deleted.

    Scenario Outline: <program> says which flag it misses
      When I try to run "<program> drain east-2"
      Then it is refused:
        """
        error: unable to drain node "east-2" due to error: cannot delete DaemonSet-managed Pods (use --ignore-daemonsets to ignore): demo/log-agent-…, continuing command...
        There are pending nodes to be drained:
         east-2
        cannot delete DaemonSet-managed Pods (use --ignore-daemonsets to ignore): demo/log-agent-…
        """
      And the pods of "log-agent" on "east-1" and "east-2" were not replaced

      Examples:
        | program |
        | oc adm  |
        | kubectl |

    Example: the node is cordoned all the same
      Given I try to run "oc adm drain east-2"
      And it is refused:
        """
        error: unable to drain node "east-2" due to error: cannot delete DaemonSet-managed Pods…
        """
      When I run "oc get nodes east-2"
      Then it prints:
        """
        NAME     STATUS                     ROLES    AGE   VERSION
        east-2   Ready,SchedulingDisabled   <none>   …
        """

    Example: no other pod has been touched
      Given the pod "report-job" that asked for "kubernetes.io/hostname=east-2" and runs on "east-2"
      When I try to run "oc adm drain east-2 --force"
      Then it is refused:
        """
        error: unable to drain node "east-2" due to error: cannot delete DaemonSet-managed Pods…
        """
      And the pod "report-job" was never asked to leave

    @needs-steady-control-plane
    Example: a daemon pod that its node has refused is deleted, without any flag
      Given the nodes:
        | name  | cpu |
        | small | 1   |
      And the daemon set "rack-monitor" with the pod spec:
        """
        nodeName: small
        tolerations: [{operator: Exists}]
        containers:
        - {name: rack-monitor, image: "registry.example.com/rack-monitor:1.0", resources: {requests: {cpu: "2"}}}
        """
      And the daemon set "log-agent" is deleted
      When I run "oc adm drain small"
      Then it prints:
        """
        node/small cordoned
        evicting pod demo/rack-monitor-…
        pod/rack-monitor-… evicted
        node/small drained
        """

  @I18
  Rule: With --ignore-daemonsets it leaves them where they are
    # Authority: staging/src/k8s.io/kubectl/pkg/drain/filters.go daemonSetFilter, unreplicatedFilter
    With `--force` besides, a pod goes whose daemon set is there no more.

    Example: the daemon pod stays
      When I run "oc adm drain east-2 --ignore-daemonsets"
      Then it prints:
        """
        node/east-2 cordoned
        Warning: ignoring DaemonSet-managed Pods: demo/log-agent-…
        node/east-2 drained
        """
      And the pods of "log-agent" on "east-1" and "east-2" were not replaced

    Example: ordinary pods go, if they may
      Given the pod "report-job" that asked for "kubernetes.io/hostname=east-2" and runs on "east-2"
      When I run "oc adm drain east-2 --ignore-daemonsets --force"
      Then there is no pod "report-job" any more
      But the pod of "log-agent" on "east-2" was not replaced

    Example: a pod that nobody would create again needs --force
      Given the pod "report-job" that asked for "kubernetes.io/hostname=east-2" and runs on "east-2"
      When I try to run "oc adm drain east-2 --ignore-daemonsets"
      Then it is refused:
        """
        error: unable to drain node "east-2" due to error: cannot delete Pods that declare no controller (use --force to override): demo/report-job, continuing command...
        There are pending nodes to be drained:
         east-2
        cannot delete Pods that declare no controller (use --force to override): demo/report-job
        """
      And the pod "report-job" was never asked to leave

    Example: drained and opened again, the node has had its daemon pod all the time
      Given I run "kubectl drain east-2 --ignore-daemonsets"
      When I run "kubectl uncordon east-2"
      Then the pod of "log-agent" on "east-2" was never replaced

  Rule: Deleting a daemon pod does not get rid of it, as long as its node is to run one
    # Authority: pkg/controller/daemon/daemon_controller.go podsShouldBeOnNode, NodeShouldRunDaemonPod

    Example: it comes back, even on a drained node
      Given I run "oc adm drain east-2 --ignore-daemonsets"
      When the pod of "log-agent" on "east-2" is deleted
      Then "log-agent" runs one pod on each of "east-1" and "east-2" and nowhere else
      And the pod of "log-agent" on "east-2" was replaced

    Example: behind a NoSchedule taint that it does not tolerate it does not come back
      Given node "east-2" is tainted "maintenance:NoSchedule"
      When the pod of "log-agent" on "east-2" is deleted
      Then "log-agent" runs one pod on "east-1" and nowhere else

    Example: a NoExecute taint sends away the pods that do not tolerate it
      Given I run "oc adm drain east-2 --ignore-daemonsets"
      When I run "oc adm taint node east-2 maintenance:NoExecute"
      Then "log-agent" runs one pod on "east-1" and nowhere else

    Example: and leaves those that tolerate every taint
      Given the daemon set "network-plugin" with the tolerations:
        | operator |
        | Exists   |
      When I run "oc adm taint node east-2 maintenance:NoExecute"
      Then the pods of "network-plugin" on "east-1" and "east-2" were not replaced
      But "log-agent" runs one pod on "east-1" and nowhere else
