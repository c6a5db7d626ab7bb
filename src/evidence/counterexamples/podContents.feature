Feature: What a pod is made of

  Every example here must be red in its last step, and say what stands after the `>`.

  Background:
    Given the nodes "east-1" and "east-2"
    And the daemon set "log-agent"

  Scenario Outline: a misspelt daemon set
    > There never was a daemon set "log-agnet". Did you mean "log-agent"?
    When 1 minute passes
    Then the pod of "log-agnet" on "east-1" <says>:
      """
      kind: Pod
      """

    Examples:
      | says             |
      | contains         |
      | was created with |

  Scenario Outline: a misspelt node
    > There never was a node "east-3". Did you mean "east-1" or "east-2"?
    When 1 minute passes
    Then the pod of "log-agent" on "east-3" <says>:
      """
      kind: Pod
      """

    Examples:
      | says             |
      | contains         |
      | was created with |

  Example: a misspelt daemon set, and its tolerations
    > There never was a daemon set "log-agnet". Did you mean "log-agent"?
    When 1 minute passes
    Then the pod of "log-agnet" on "east-1" tolerates exactly:
      | key  |
      | team |

  Example: a misspelt node, and the tolerations there
    > There never was a node "east-3". Did you mean "east-1" or "east-2"?
    When 1 minute passes
    Then the pod of "log-agent" on "east-3" tolerates exactly:
      | key  |
      | team |

  Example: a misspelt daemon set, and its version
    > There never was a daemon set "log-agnet". Did you mean "log-agent"?
    When 1 minute passes
    Then the pod of "log-agnet" on "east-1" runs version "v1"

  Example: a misspelt node, and the version there
    > There never was a node "east-3". Did you mean "east-1" or "east-2"?
    When 1 minute passes
    Then the pods of "log-agent" on "east-1" and "east-3" run version "v1"

  Example: a misspelt daemon set, and the version it has
    > There never was a daemon set "log-agnet". Did you mean "log-agent"?
    When 1 minute passes
    Then the pod of "log-agnet" on "east-1" has version "v1"

  Example: a misspelt node, and the version that a pod there has
    > There never was a node "east-3". Did you mean "east-1" or "east-2"?
    When 1 minute passes
    Then the pods of "log-agent" on "east-1" and "east-3" have version "v1"

  Example: a version that no pod can have
    > "log-agent" never had a version "v2". Did you mean "v1"?
    When 1 minute passes
    Then the pods of "log-agent" on "east-1" and "east-2" have version "v2"

  Example: another version than they have
    > The pods of "log-agent" have another version.
    When the daemon set "log-agent" is updated to version "v2"
    Then the pods of "log-agent" on "east-1" and "east-2" have version "v1"

  Example: a version that cannot be pulled is not run
    > The pods of "log-agent" run another version.
    Given version "v2" of "log-agent" can never be pulled
    When the daemon set "log-agent" is updated to version "v2"
    And the pod of "log-agent" on "east-1" is deleted
    Then the pod of "log-agent" on "east-1" runs version "v2"

  Example: a version that never was
    > "log-agent" never had a version "v2". Did you mean "v1"?
    When 1 minute passes
    Then the pods of "log-agent" on "east-1" and "east-2" run version "v2"

  Example: another version than said
    > The pods of "log-agent" run another version.
    When the daemon set "log-agent" is updated to version "v2"
    Then the pods of "log-agent" on "east-1" and "east-2" run version "v1"

  Example: another value than shown
    > The pod of "log-agent" on "east-1" differs from what is shown.
    When 1 minute passes
    Then the pod of "log-agent" on "east-1" contains:
      """
      spec: {nodeName: east-2}
      """

  Example: a value that came later
    > The pod of "log-agent" on "east-1" was created otherwise.
    When 1 minute passes
    Then the pod of "log-agent" on "east-1" was created with:
      """
      spec: {nodeName: east-1}
      """

  Example: tolerations that are not shown
    > The pod of "log-agent" on "east-1" tolerates something else.
    When 1 minute passes
    Then the pod of "log-agent" on "east-1" tolerates exactly:
      | key                          | effect    |
      | node.kubernetes.io/not-ready | NoExecute |

  Example: a misspelt label that is absent
    > Nothing in the example ever had "ap". Did you mean "app"?
    When 1 minute passes
    Then the pod of "log-agent" on "east-1" contains:
      """
      metadata: {labels: {ap: null}}
      """

  Example: a label that is there
    > The pod of "log-agent" on "east-1" was created otherwise.
    When 1 minute passes
    Then the pod of "log-agent" on "east-1" was created with:
      """
      metadata: {labels: {app: null}}
      """
