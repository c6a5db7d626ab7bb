Feature: A pod that waits for a node that is removed

  Nothing tells the daemon set controller of the node: this sentence is not true.
  Rule: Nobody tells the daemon set controller that a node is gone
    Example: nothing else happens in the cluster
      Given the nodes:
        | name  | cpu |
        | large | 16  |
        | small | 2   |
      And the daemon set "indexer" with:
        | cpu | 4 |
      When node "small" is removed
      Then the pod of "indexer" for "small" went at once with its node
