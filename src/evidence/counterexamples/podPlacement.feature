Feature: Where a daemon set has its pods

  Every example here must be red in its last step, and say what stands after the `>`.

  Background:
    Given the nodes:
      | name   | cpu |
      | east-1 | 4   |
      | east-2 | 4   |
    And the daemon set "log-agent"

  Scenario Outline: a misspelt daemon set
    > There never was a daemon set "log-agnet". Did you mean "log-agent"?
    When 1 minute passes
    Then <sentence>

    Examples:
      | sentence                                                                  |
      | "log-agnet" runs one pod on "east-1"                                      |
      | "log-agnet" runs one pod on each of "east-1" and "east-2" and nowhere else |
      | the pod of "log-agnet" for "east-1" is pending                            |
      | no pod of "log-agnet" is left                                             |
      | no pod of "log-agnet" is left on "east-1"                                 |
      | "east-1" never had a pod of "log-agnet"                                   |
      | no pod of "log-agnet" was ever created                                    |
      | every pod of "log-agnet" had a node from the moment it was created        |

  Scenario Outline: a misspelt node
    > There never was a node "east-3". Did you mean "east-1" or "east-2"?
    When 1 minute passes
    Then <sentence>

    Examples:
      | sentence                                                                   |
      | "log-agent" runs one pod on each of "east-1" and "east-3"                  |
      | "log-agent" runs one pod on each of "east-1" and "east-3" and nowhere else |
      | the pod of "log-agent" for "east-3" is pending                             |
      | no pod of "log-agent" is left on "east-3"                                  |
      | "east-3" never had a pod of "log-agent"                                    |

  Example: a node without a pod
    > "gpu-agent" should run one pod on each node named.
    Given node "east-2" is labelled "gpu=true"
    When the daemon set "gpu-agent" is created for nodes labelled "gpu=true"
    Then "gpu-agent" runs one pod on each of "east-1" and "east-2"

  Example: a pod on another node, too
    > "log-agent" should run one pod on each node named and no pod elsewhere.
    When 1 minute passes
    Then "log-agent" runs one pod on "east-1" and nowhere else

  Example: a pod that runs
    > The pods of "log-agent" should wait for their nodes.
    When 1 minute passes
    Then the pod of "log-agent" for "east-1" is pending

  Example: pods are left
    > No pod of "log-agent" should be left.
    When the daemon set "log-agent" is deleted with "--cascade=orphan"
    Then no pod of "log-agent" is left

  Example: a pod is left on a node
    > No pod of "log-agent" should be left there.
    When node "east-1" is cordoned
    Then no pod of "log-agent" is left on "east-1"

  Example: a node had a pod, and has none now
    > "east-1" had a pod of "log-agent".
    When the daemon set "log-agent" is deleted
    Then "east-1" never had a pod of "log-agent"

  Example: pods were created, and are gone
    > "log-agent" had pods.
    When the daemon set "log-agent" is deleted
    Then no pod of "log-agent" was ever created

  Example: pods that the scheduler gave their node
    > Pods of "log-agent" should be created with a node.
    When 1 minute passes
    Then every pod of "log-agent" had a node from the moment it was created

  Example: there never was a pod that could be left
    > "gpu-agent" never had a pod.
    When the daemon set "gpu-agent" is created for nodes labelled "gpu=true"
    Then no pod of "gpu-agent" is left

  Example: there never was a pod there that could be left
    > "east-2" never had a pod of "gpu-agent".
    Given node "east-1" is labelled "gpu=true"
    When the daemon set "gpu-agent" is created for nodes labelled "gpu=true"
    Then no pod of "gpu-agent" is left on "east-2"
