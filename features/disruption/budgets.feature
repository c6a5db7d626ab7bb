@I30
Feature: Which disruption budgets work for daemon pods

  A **disruption budget** says how many pods of a kind may be *evicted* at the same time. To know how many there should be it asks their controller for a number of copies. A
  daemon set has none. So budgets that need the number fail, and a budget that fails allows nothing: every eviction is refused, by whomever. Draining a node is not affected,
  as it leaves daemon pods alone, and neither are updates, which delete pods and do not evict them.

  Background:
    Given the nodes "east-1", "east-2" and "east-3"
    And the daemon set "log-agent"

  Rule: A number that must stay works
    # Authority: pkg/controller/disruption/disruption.go getExpectedPodCount; measured

    Example: two of three must stay, so one may go
      Given the file "budget.yaml":
        """
        apiVersion: policy/v1
        kind: PodDisruptionBudget
        metadata:
          name: log-agent
        spec:
          minAvailable: 2
          selector:
            matchLabels: {app: log-agent}
        """
      And I run "oc create -f budget.yaml"
      When I run "oc get poddisruptionbudgets"
      Then it prints:
        """
        NAME        MIN AVAILABLE   MAX UNAVAILABLE   ALLOWED DISRUPTIONS   AGE
        log-agent   2               N/A               1                     …
        """

  Rule: A number that may be missing, or a percentage of either, allows nothing
    # Authority: pkg/controller/disruption/disruption.go getExpectedScale; pkg/controller/disruption/disruption.go failSafe; measured

    Scenario Outline: <field> of <value>
      Given the file "budget.yaml":
        """
        apiVersion: policy/v1
        kind: PodDisruptionBudget
        metadata:
          name: log-agent
        spec:
          <field>: <value>
          selector:
            matchLabels: {app: log-agent}
        """
      And I run "oc create -f budget.yaml"
      When I run:
        """
        oc get poddisruptionbudget log-agent -o jsonpath='{.status.disruptionsAllowed} {.status.conditions[0].reason}: {.status.conditions[0].message}'
        """
      Then it prints:
        """
        0 SyncFailed: daemonsets.apps does not implement the scale subresource
        """

      Examples:
        | field          | value |
        | maxUnavailable | 1     |
        | maxUnavailable | 50%   |
        | minAvailable   | 50%   |
