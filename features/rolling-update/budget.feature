Feature: How many nodes may go without their pod at once

  Without surge, a rolling update takes the old pod of a node away before it starts the new one, so for some seconds the node
  goes without. How many nodes may go without at the same time is its budget, `maxUnavailable`: a number, or a percentage of
  the nodes that should run the pod. A small budget is careful and slow, a large one is quick and bold. Say nothing, and it is
  one. The budget protects **available** pods, and no others; and deleting pods by hand is no concern of it.

  Rule: Where every pod is available the budget is used, and never exceeded
    # Authority: pkg/controller/daemon/update.go rollingUpdate

    Example: a budget of one on five nodes
      Given the nodes "east-1", "east-2", "east-3", "west-1" and "west-2"
      And the daemon set "log-agent" with:
        | max unavailable | 1 |
      When the daemon set "log-agent" is updated to version "v2"
      Then one pod of "log-agent" was unavailable, and never more
      And the pods of "log-agent" on "east-1", "east-2", "east-3", "west-1" and "west-2" run version "v2"

    Scenario Outline: a budget of <budget> on five nodes
      Given the nodes "east-1", "east-2", "east-3", "west-1" and "west-2"
      And the daemon set "log-agent" with:
        | max unavailable | <budget> |
      When the daemon set "log-agent" is updated to version "v2"
      Then <missing> pods of "log-agent" were unavailable at the same time, and never more
      And the pods of "log-agent" on "east-1", "east-2", "east-3", "west-1" and "west-2" run version "v2"

      Examples:
        | budget | missing |
        | 2      | 2       |
        | 5      | 5       |
        | 8      | 5       |

  Rule: A percentage is rounded up
    # Authority: pkg/controller/daemon/util/daemonset_util.go UnavailableCount

    Scenario Outline: <budget> of five nodes is one
      Given the nodes "east-1", "east-2", "east-3", "west-1" and "west-2"
      And the daemon set "log-agent" with:
        | max unavailable | <budget> |
      When the daemon set "log-agent" is updated to version "v2"
      Then one pod of "log-agent" was unavailable, and never more
      And the pods of "log-agent" on "east-1", "east-2", "east-3", "west-1" and "west-2" run version "v2"

      Examples:
        | budget |
        | 1%     |
        | 20%    |

    Scenario Outline: <budget> of five nodes are <missing>
      Given the nodes "east-1", "east-2", "east-3", "west-1" and "west-2"
      And the daemon set "log-agent" with:
        | max unavailable | <budget> |
      When the daemon set "log-agent" is updated to version "v2"
      Then <missing> pods of "log-agent" were unavailable at the same time, and never more
      And the pods of "log-agent" on "east-1", "east-2", "east-3", "west-1" and "west-2" run version "v2"

      Examples:
        | budget | missing |
        | 21%    | 2       |
        | 50%    | 3       |
        | 100%   | 5       |

  Rule: A percentage is taken of the desired nodes, not of all nodes
    # Authority: pkg/controller/daemon/update.go updatedDesiredNodeCounts

    Example: half of the three nodes that are selected
      Given the nodes:
        | name   | labels      |
        | east-1 | role=worker |
        | east-2 | role=worker |
        | east-3 | role=worker |
        | west-1 | role=infra  |
        | west-2 | role=infra  |
      And the daemon set "log-agent" with:
        | nodes labelled  | role=worker |
        | max unavailable | 50%         |
      When the daemon set "log-agent" is updated to version "v2"
      Then two pods of "log-agent" were unavailable at the same time, and never more
      And the pods of "log-agent" on "east-1", "east-2" and "east-3" run version "v2"

  Rule: A node that has no available pod anyway uses up the budget
    # Authority: pkg/controller/daemon/update.go rollingUpdate

    Background:
      Given the nodes:
        | name   | cpu |
        | small  | 2   |
        | large  | 16  |
        | larger | 32  |

    Example: a node without room for the pod holds up the others
      Given the daemon set "indexer" with:
        | cpu | 4 |
      When the daemon set "indexer" is updated to version "v2"
      Then the pods of "indexer" on "large" and "larger" were not replaced
      And the pods of "indexer" on "large" and "larger" run version "v1"
      But the pod of "indexer" for "small" has version "v2"

    Example: a budget of two leaves one for the others
      Given the daemon set "indexer" with:
        | cpu             | 4 |
        | max unavailable | 2 |
      When the daemon set "indexer" is updated to version "v2"
      Then one pod of "indexer" was unavailable, and never more
      And the pods of "indexer" on "large" and "larger" run version "v2"

  Rule: A pod that may not be created stops the whole update, whatever the budget
    # Authority: pkg/controller/daemon/daemon_controller.go updateDaemonSet; measured: a budget of two, and none of four pods replaced
    The controller creates missing pods first. If that fails, it does not get as far as the update, and tries again later.

    Example: a quota that lacks one pod
      Given the nodes "east-1", "east-2", "west-1" and "west-2"
      And the quota "small" with:
        | pods | 3 |
      And the daemon set "log-agent" with:
        | max unavailable | 3 |
      When the daemon set "log-agent" is updated to version "v2"
      Then no pod of "log-agent" was created since
      And the status of "log-agent" is:
        | desired | current | up-to-date | available |
        | 4       | 3       | 0          | 3         |

  Rule: A disruption budget is about evictions, and an update evicts nobody
    # Authority: pkg/controller/controller_utils.go DeletePod; pkg/registry/core/pod/storage/eviction.go Create

    Example: all pods must stay, says the disruption budget, and all are replaced
      Given the nodes "east-1", "east-2" and "east-3"
      And the daemon set "log-agent" with:
        | max unavailable | 2 |
      And the file "budget.yaml":
        """
        apiVersion: policy/v1
        kind: PodDisruptionBudget
        metadata: {name: every-log-agent}
        spec:
          minAvailable: 3
          selector:
            matchLabels: {app: log-agent}
        """
      And I run "oc create -f budget.yaml"
      When the daemon set "log-agent" is updated to version "v2"
      Then two pods of "log-agent" were unavailable at the same time, and never more
      And the pods of "log-agent" on "east-1", "east-2" and "east-3" run version "v2"
