Feature: How many nodes may go without their pod at once

  A rolling update takes the old pod of a node away before it starts the new one, so for some seconds the node goes without.
  How many nodes may do so **at the same time** is the budget of the update, `maxUnavailable`: a number, or a percentage of the nodes
  that should run the pod. A small budget is careful and slow, a large one is quick and bold. Say nothing, and it is one.

  Rule: The budget is used, and never exceeded

    Scenario Outline: a budget of <budget> on five nodes
      Given the nodes "east-1", "east-2", "east-3", "west-1" and "west-2"
      And the daemon set "log-agent" with:
        | max unavailable | <budget> |
      When the daemon set "log-agent" is updated to version "v2"
      Then <missing> pods of "log-agent" were unavailable at the same time, and never more
      And the pods of "log-agent" on "east-1", "east-2", "east-3", "west-1" and "west-2" run version "v2"

      Examples:
        | budget | missing |
        | 1      | 1       |
        | 2      | 2       |
        | 5      | 5       |
        | 8      | 5       |

  Rule: A percentage is rounded up

    Scenario Outline: <budget> of five nodes
      Given the nodes "east-1", "east-2", "east-3", "west-1" and "west-2"
      And the daemon set "log-agent" with:
        | max unavailable | <budget> |
      When the daemon set "log-agent" is updated to version "v2"
      Then <missing> pods of "log-agent" were unavailable at the same time, and never more
      And the pods of "log-agent" on "east-1", "east-2", "east-3", "west-1" and "west-2" run version "v2"

      Examples:
        | budget | missing |
        | 1%     | 1       |
        | 20%    | 1       |
        | 21%    | 2       |
        | 50%    | 3       |
        | 100%   | 5       |

  Rule: A percentage is taken of the desired nodes, not of all nodes

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
      Then up to two pods of "log-agent" were unavailable at the same time
      And the pods of "log-agent" on "east-1", "east-2" and "east-3" run version "v2"

  Rule: A node that has no available pod anyway uses up the budget

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
      Then up to one pod of "indexer" was unavailable at the same time
      And the pods of "indexer" on "large" and "larger" run version "v2"
