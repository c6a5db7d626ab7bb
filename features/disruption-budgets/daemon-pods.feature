@I30
Feature: Disruption budgets and daemon pods

  Before a program takes a pod away it can ask: that is called **evicting** the pod. A **disruption budget** says how many pods
  must stay, or how many may be missing, and an eviction that would go beyond is refused. For daemon pods only one kind of budget
  works, and nothing says so when it is created. Whoever picks another kind has every eviction of a pod that is ready refused.

  Background:
    Given the nodes "east-1", "east-2" and "east-3"
    And the daemon set "log-agent"

  Rule: A number of pods that must stay works
    # Authority: pkg/controller/disruption/disruption.go getExpectedPodCount; pkg/registry/core/pod/storage/eviction.go checkAndDecrement; measured

    Background:
      Given the file "budget.yaml":
        """
        apiVersion: policy/v1
        kind: PodDisruptionBudget
        metadata: {name: log-agent}
        spec:
          minAvailable: 2
          selector: {matchLabels: {app: log-agent}}
        """
      And I run "oc create -f budget.yaml"

    Example: of three pods two must stay, so one may go
      When I run "oc get poddisruptionbudgets"
      Then it prints:
        """
        NAME        MIN AVAILABLE   MAX UNAVAILABLE   ALLOWED DISRUPTIONS   AGE
        log-agent   2               N/A               1                     …
        """

    Example: it goes, and the daemon set replaces it
      When the pod of "log-agent" on "east-1" is evicted
      Then the pod of "log-agent" on "east-1" was replaced
      And the pods of "log-agent" on "east-2" and "east-3" were not replaced

    Example: while one pod is not ready, no other may go
      Given the pod of "log-agent" on "east-2" turns unready
      When I try to evict the pod of "log-agent" on "east-1"
      Then it is refused:
        """
        Cannot evict pod as it would violate the pod's disruption budget.
        """
      And the pod of "log-agent" on "east-1" was not replaced

  Rule: A number of pods that may be missing, or a percentage, allows no eviction of a pod that is ready
    # Authority: pkg/controller/disruption/disruption.go getScaleController, failSafe; pkg/registry/core/pod/storage/eviction.go Create, canIgnorePDB, checkAndDecrement; measured
    To know how many pods there should be, the control plane asks their controller for its scale. A daemon set has none.
    Pods that have not started yet or have ended are not protected by any budget.

    Scenario Outline: <field> of <value>
      Given the file "budget.yaml":
        """
        apiVersion: policy/v1
        kind: PodDisruptionBudget
        metadata: {name: log-agent}
        spec:
          <field>: <value>
          selector: {matchLabels: {app: log-agent}}
        """
      And I run "oc create -f budget.yaml"
      When I try to evict the pod of "log-agent" on "east-1"
      Then it is refused:
        """
        Cannot evict pod as it would violate the pod's disruption budget.
        """
      And the pod of "log-agent" on "east-1" was not replaced

      Examples:
        | field          | value |
        | maxUnavailable | 1     |
        | maxUnavailable | 100%  |
        | minAvailable   | 0%    |

    @needs-container-control
    Example: a pod that has not started may be evicted all the same
      Given version "v1" of "node-metrics" can never be pulled
      And the daemon set "node-metrics"
      And the file "budget.yaml":
        """
        apiVersion: policy/v1
        kind: PodDisruptionBudget
        metadata: {name: node-metrics}
        spec:
          maxUnavailable: 1
          selector: {matchLabels: {app: node-metrics}}
        """
      And I run "oc create -f budget.yaml"
      When the pod of "node-metrics" on "east-1" is evicted
      Then the pod of "node-metrics" on "east-1" was replaced

    @needs-container-control
    Example: so may one that is not ready, if the budget says so
      Given the file "budget.yaml":
        """
        apiVersion: policy/v1
        kind: PodDisruptionBudget
        metadata: {name: log-agent}
        spec:
          maxUnavailable: 1
          unhealthyPodEvictionPolicy: AlwaysAllow
          selector: {matchLabels: {app: log-agent}}
        """
      And I run "oc create -f budget.yaml"
      And the pod of "log-agent" on "east-1" turns unready
      When the pod of "log-agent" on "east-1" is evicted
      Then the pod of "log-agent" on "east-1" was replaced

    Example: the budget itself says why
      Given the file "budget.yaml":
        """
        apiVersion: policy/v1
        kind: PodDisruptionBudget
        metadata: {name: log-agent}
        spec:
          maxUnavailable: 1
          selector: {matchLabels: {app: log-agent}}
        """
      And I run "oc create -f budget.yaml"
      When I run:
        """
        oc get poddisruptionbudget log-agent -o jsonpath='{.status.conditions[0].reason}: {.status.conditions[0].message}'
        """
      Then it prints:
        """
        SyncFailed: daemonsets.apps does not implement the scale subresource
        """

  Rule: A pod that runs and has two budgets cannot be evicted, whatever they allow
    # Authority: pkg/registry/core/pod/storage/eviction.go Create

    Example: one budget for the pods of the daemon set, and one for all pods of the project
      Given the file "budget.yaml":
        """
        apiVersion: policy/v1
        kind: PodDisruptionBudget
        metadata: {name: log-agent}
        spec:
          minAvailable: 1
          selector: {matchLabels: {app: log-agent}}
        ---
        apiVersion: policy/v1
        kind: PodDisruptionBudget
        metadata: {name: everything}
        spec:
          minAvailable: 0
          selector: {}
        """
      And I run "oc create -f budget.yaml"
      When I try to evict the pod of "log-agent" on "east-1"
      Then it is refused:
        """
        This pod has more than one PodDisruptionBudget, which the eviction subresource does not support.
        """
      And the pod of "log-agent" on "east-1" was not replaced

  Rule: Who does not ask is not refused
    # Authority: pkg/controller/daemon/daemon_controller.go syncNodes; pkg/controller/tainteviction/taint_eviction.go deletePodHandler; pkg/registry/core/pod/storage/eviction.go Create; staging/src/k8s.io/kubectl/pkg/drain/filters.go daemonSetFilter

    Background:
      Given the file "budget.yaml":
        """
        apiVersion: policy/v1
        kind: PodDisruptionBudget
        metadata: {name: log-agent}
        spec:
          minAvailable: 3
          selector: {matchLabels: {app: log-agent}}
        """
      And I run "oc create -f budget.yaml"

    Example: a pod is deleted
      When the pod of "log-agent" on "east-1" is deleted
      Then the pod of "log-agent" on "east-1" was replaced

    Example: a rolling update deletes, and does not evict
      When the daemon set "log-agent" is updated to version "v2"
      Then the pods of "log-agent" on "east-1", "east-2" and "east-3" run version "v2"

    Example: a taint that drives pods away deletes them
      When node "east-3" is tainted "maintenance:NoExecute"
      Then no pod of "log-agent" is left on "east-3"

    Example: a drain leaves daemon pods alone, so it need not ask
      When I run "oc adm drain east-1 --ignore-daemonsets"
      Then it prints:
        """
        node/east-1 cordoned
        Warning: ignoring DaemonSet-managed Pods: demo/log-agent-…
        node/east-1 drained
        """
