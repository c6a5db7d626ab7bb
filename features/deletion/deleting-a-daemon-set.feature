@D04
Feature: Deleting a daemon set

  Deleting a daemon set removes its pods, those that it created and those that it adopted: that is the default, and it is
  what the documentation says. There is a switch that it does not mention. With `--cascade=orphan` only the daemon set goes,
  and its pods **stay**.

  Background:
    Given the nodes "east-1" and "east-2"
    And the daemon set "log-agent"
    And the daemon set "node-metrics"

  Rule: The pods go with the daemon set
    # Authority: pkg/controller/garbagecollector/garbagecollector.go attemptToDeleteItem; pkg/registry/apps/daemonset/strategy.go DefaultGarbageCollectionPolicy

    Example: deleting without a word about the pods
      When the daemon set "log-agent" is deleted
      Then there is no daemon set "log-agent"
      And no pod of "log-agent" is left
      And no pod of "log-agent" was created since
      But the pods of "node-metrics" on "east-1" and "east-2" were not replaced

    Scenario Outline: <cascade> removes the pods too
      When the daemon set "log-agent" is deleted with "<cascade>"
      Then there is no daemon set "log-agent"
      And no pod of "log-agent" is left

      Examples:
        | cascade              |
        | --cascade=background |
        | --cascade=foreground |

    Example: with oc, as an administrator would
      When I run "oc delete daemonset log-agent"
      Then it prints:
        """
        daemonset.apps "log-agent" deleted from demo namespace
        """
      And no pod of "log-agent" is left

  Rule: A pod that has another owner besides stays
    # Authority: pkg/controller/garbagecollector/garbagecollector.go attemptToDeleteItem
    *Owner* is whoever stands in a pod's list of owners; only one of them is its controller. A pod goes with the last.

    Example: a pod that came from another daemon set and still lists it
      Given I run:
        """
        oc patch pod <pod of node-metrics on east-2> --type json -p '[
            {"op": "replace", "path": "/metadata/ownerReferences/0/controller", "value": false},
            {"op": "replace", "path": "/metadata/labels/app", "value": "disk-plugin"}]'
        """
      And the daemon set "disk-plugin" with:
        | update strategy | OnDelete |
      When the daemon set "disk-plugin" is deleted
      Then the pod of "disk-plugin" on "east-2" was not replaced
      But no pod of "disk-plugin" is left on "east-1"

  Rule: With --cascade=orphan the pods stay, and belong to nobody
    # Authority: pkg/controller/garbagecollector/garbagecollector.go orphanDependents

    Example: the pods run on without an owner
      When the daemon set "log-agent" is deleted with "--cascade=orphan"
      Then there is no daemon set "log-agent"
      And the pods of "log-agent" on "east-1" and "east-2" were not replaced
      And the pods of "log-agent" on "east-1" and "east-2" have no owner

    Example: an orphan that is deleted does not come back
      Given the daemon set "log-agent" is deleted with "--cascade=orphan"
      When the pod of "log-agent" on "east-2" is deleted
      Then no pod of "log-agent" is left on "east-2"
      But the pod of "log-agent" on "east-1" was not replaced

    @needs-node-control
    Example: a node that joins gets no pod any more
      Given the daemon set "log-agent" is deleted with "--cascade=orphan"
      When node "east-3" joins
      Then "east-3" never had a pod of "log-agent"
      And the pods of "log-agent" on "east-1" and "east-2" were not replaced
      But "node-metrics" runs one pod on each of "east-1", "east-2" and "east-3"

  Rule: Deleting is no eviction, so no disruption budget prevents it
    # Authority: pkg/registry/core/pod/storage/eviction.go Create
    A *disruption budget* says how many pods may be missing at a time. It decides when a pod is **evicted**, as
    `oc adm drain` does. A deletion does not ask it.

    Background:
      Given the file "budget.yaml":
        """
        apiVersion: policy/v1
        kind: PodDisruptionBudget
        metadata: {name: every-log-agent}
        spec:
          minAvailable: 2
          selector:
            matchLabels: {app: log-agent}
        """
      And I run "oc create -f budget.yaml"

    Example: a pod is deleted all the same
      When I run "oc delete pod <pod of log-agent on east-2>"
      Then the pod of "log-agent" on "east-2" was replaced

    Example: and so is the daemon set
      When I run "oc delete daemonset log-agent"
      Then no pod of "log-agent" is left
