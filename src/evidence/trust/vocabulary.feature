Feature: Sentences that newcomers wanted, and what they must not let pass

  Example: nodes that are counted go on counting
    Given 2 nodes
    And 1 node labelled "role=infra"
    When the daemon set "agent" is created
    Then "agent" runs one pod on each of "node-1", "node-2" and "node-3" and nowhere else
    And "agent" runs one pod on every node labelled "role=infra"

  Example: no node at all
    Given no nodes

  Example: every node of a cluster that has none
    When the daemon set "agent" is created
    Then "agent" runs one pod on every node

  Example: a label that no node has
    Given 2 nodes labelled "role=infra"
    When the daemon set "agent" is created
    Then "agent" runs one pod on every node labelled "role=infar"

  Example: a key that no node has
    Given 2 nodes labelled "role=infra"
    When the daemon set "agent" is created
    Then "agent" runs one pod on every node labelled "rloe=infra"

  Example: the capacity of a node is what the table says
    Given the nodes:
      | name  | memory | nvidia.com/gpu | hugepages-2Mi | ephemeral-storage |
      | gpu-1 | 64Gi   | 2              | 4Mi           | 100Gi             |
    When I run "oc get node gpu-1 -o 'jsonpath={.status.capacity}'"
    Then it prints, among other lines:
      """
      …"ephemeral-storage":"100Gi","hugepages-1Gi":"0","hugepages-2Mi":"4Mi","memory":"64Gi","nvidia.com/gpu":"2"…
      """

  Example: half a GPU
    Given the nodes:
      | name  | nvidia.com/gpu |
      | gpu-1 | 500m           |

  Example: memory in words
    Given the nodes:
      | name  | memory |
      | gpu-1 | much   |

  Example: a resource that is none
    Given the nodes:
      | name  | gpu |
      | gpu-1 | 2   |

  Example: a resource with a name that the API server refuses
    Given the nodes:
      | name  | nvidia.com/gpu! |
      | gpu-1 | 2               |

  Example: at once after nothing
    Given at once node "n1" is cordoned

  Example: at once after a look
    Given the nodes "n1" and "n2"
    And the daemon set "agent"
    When I run "oc get pods"
    And at once node "n3" joins
    Then "agent" runs one pod on every node

  Example: at once after the cluster has rested
    Given the node "n1"
    And version "v2" of "agent" never becomes ready
    When at once the daemon set "agent" is created
    Then "agent" runs one pod on "n1"

  Example: a command, and at once a look
    Given the node "n1"
    And the daemon set "agent"
    When I run "oc delete daemonset agent --wait=false"
    And at once I run "oc get pods"
    Then it prints, among other lines:
      """
      agent-…   1/1   Running   0   …
      """

  Example: at once twice, and each time before the cluster has worked
    Given the node "n1"
    And the daemon set "agent"
    When the daemon set "agent" is updated to version "v2"
    And at once the daemon set "agent" is updated to version "v3"
    And at once I run "oc get pods -o 'jsonpath={.items[*].spec.containers[0].image}'"
    Then it prints:
      """
      example.test/agent:v1
      """

  Example: a misspelt node reboots
    Given the node "n1"
    When node "n2" reboots

  Example: a misspelt node turns ready
    Given the node "n1"
    When node "n2" turns ready

  Example: a misspelt node is drained
    Given the node "n1"
    When node "n2" is drained

  Example: a misspelt node is uncordoned
    Given the node "n1"
    When node "n2" is uncordoned

  Example: a misspelt pod is deleted
    Given the node "n1"
    And the pod "report"
    When the pod "reprot" is deleted

  Example: on a node where the pod only waits
    Given the nodes:
      | name | cpu |
      | n1   | 1   |
    And the daemon set "agent" with:
      | cpu | 2 |
    When 1 minute passes
    Then the pod of "agent" on "n1" has version "v1"

  Example: for that node it has its version
    Given the nodes:
      | name | cpu |
      | n1   | 1   |
    And the daemon set "agent" with:
      | cpu | 2 |
    When 1 minute passes
    Then the pod of "agent" for "n1" has version "v1"

  Example: a version runs whose image cannot be pulled
    Given the node "n1"
    And version "v1" of "agent" can never be pulled
    When the daemon set "agent" is created
    Then the pod of "agent" on "n1" runs version "v1"

  Example: a daemon set runs a version as if it were a command
    Given the node "n1"
    When the daemon set "agent" is created
    And "agent" runs "v2"

  Example: a user is called one
    Given the user "otto"
    When the user "otto" runs "oc whoami"
    Then it prints:
      """
      otto
      """

  Example: all pods of a daemon set that lacks some
    Given 3 nodes
    And the quota "small" with:
      | pods | 2 |
    When the daemon set "agent" is created
    Then all pods of "agent" are ready

  Example: all pods of a daemon set that has none
    Given the node "n1"
    When the daemon set "agent" is created for nodes labelled "gpu=yes"
    Then all pods of "agent" run version "v1"

  Example: an update that never was
    Given the node "n1"
    When the daemon set "agent" is created
    Then the update of "agent" took at most 1 minute

  Example: an update that does not end
    Given the node "n1"
    And version "v2" of "agent" never becomes ready
    And the daemon set "agent"
    When the daemon set "agent" is updated to version "v2"
    Then the update of "agent" took at least 1 second

  Example: a time that ends before it begins
    Given the node "n1"
    When the daemon set "agent" is created
    Then the update of "agent" took 40 to 30 seconds

  Example: something is printed
    Given the node "n1"
    When I run "oc get nodes"
    Then it prints nothing
