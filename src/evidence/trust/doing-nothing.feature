Feature: Steps and commands that change nothing, and leave everything as it was

  Background:
    Given the nodes "n1" and "n2"
    And the daemon set "agent"

  Example: pods are deleted by a misspelt label
    When I run "oc delete pods -l app=agnet"
    Then the pod of "agent" on "n1" was not replaced

  Example: pods are deleted by a misspelt label, and that is said
    When I run "oc delete pods -l app=agnet"
    Then it prints:
      """
      No resources found
      """

  Example: nodes are labelled by a misspelt label
    When I run "oc label nodes -l role=wroker a=b"
    Then the pod of "agent" on "n1" was not replaced

  Example: a misspelt pod is waited for until it is gone
    When I run "oc wait --for=delete pod/agnet --timeout=5s"
    Then the pod of "agent" on "n1" was not replaced

  Example: a misspelt pod is deleted, if it is there
    When I run "oc delete pod agnet --ignore-not-found"
    Then the pod of "agent" on "n1" was not replaced

  Example: an image is set that is there already
    When I run "oc set image daemonset/agent agent=example.test/agent:v1"
    Then the pod of "agent" on "n1" was not replaced

  Example: a node is labelled as it was
    Given node "n1" is labelled "role=worker"
    When node "n1" is labelled "role=worker"
    Then the pod of "agent" on "n1" was not replaced

  Example: one of two labels is new
    Given node "n1" is labelled "role=worker"
    When node "n1" is labelled "role=worker, disk=local"
    Then the pod of "agent" on "n1" was not replaced

  Example: a node is cordoned twice
    Given node "n1" is cordoned
    When node "n1" is cordoned
    Then the pod of "agent" on "n1" was not replaced

  Example: a node is uncordoned that was not cordoned
    When node "n1" is uncordoned
    Then the pod of "agent" on "n1" was not replaced

  Example: a node turns ready that was ready
    When node "n1" turns ready
    Then the pod of "agent" on "n1" was not replaced

  Example: a pod turns ready that was ready
    When the pod of "agent" on "n1" turns ready
    Then the pod of "agent" on "n1" was not replaced

  Example: a node joins that is there
    When node "n1" joins
    Then the pod of "agent" on "n1" was not replaced

  Example: more nodes than Kubernetes knows how to keep
    When 100000000 nodes
    Then the pod of "agent" on "n1" was not replaced

  Example: a star after a Then does something
    When 1 minute passes
    Then the pod of "agent" on "n1" was not replaced
    * the daemon set "agent" is deleted

  Example: a star after a Then says more of what is true
    When 1 minute passes
    Then the pod of "agent" on "n1" was not replaced
    * the pod of "agent" on "n2" was not replaced

  Example: somebody else is asked for, misspelt
    Given the user "vera"
    When I try to run "oc auth can-i delete pods --as vear"
    Then it prints:
      """
      no
      """

  Example: it is asked what may be done in a misspelt project
    Given the project "shop"
    When I try to run "oc auth can-i delete pods -n shpo"
    Then it prints:
      """
      yes
      """

  Example: a misspelt role is granted
    Given the user "vera"
    When I run "oc adm policy add-role-to-user edti vera"
    Then the pod of "agent" on "n1" was not replaced

  Example: the answer is no, with a warning
    Given the user "vera"
    When "vera" tries to run "oc auth can-i delete nodes"
    Then it prints:
      """
      Warning: resource 'nodes' is not namespace scoped

      no
      """

  Example: the answer is no, and that is no refusal
    Given the user "vera"
    When "vera" tries to run "oc auth can-i delete pods"
    Then it is refused:
      """
      no
      """

  Example: the answer is no, and nobody was prepared
    Given the user "vera"
    When "vera" runs "oc auth can-i delete pods"
    Then the pod of "agent" on "n1" was not replaced

  Example: a misspelt field is printed
    When I run "oc get daemonset agent -o jsonpath='{.spec.tmplate}'"
    Then it prints nothing

  Example: a misspelt field of every pod is printed
    When I run "oc get pods -o jsonpath={.items[*].spec.nodeNam}"
    Then it prints nothing

  Example: a misspelt field in a column
    When I run "oc get pods -o custom-columns=NAME:.metadata.name,NODE:.spec.node"
    Then it prints, among other lines:
      """
      agent-… <none>
      """

  Example: a field that is not set
    When I run "oc get daemonset agent -o jsonpath='{.spec.minReadySeconds}{.metadata.labels.app\.example\.com/x}'"
    Then it prints nothing

  Example: it prints anything
    When I run "oc get daemonset agent -o name"
    Then it prints:
      """
      …
      """

  Example: it is refused because a name is misspelt
    When I try to run "oc delete daemonset agnet"
    Then it is refused:
      """
      …
      """

  Example: it is refused because a name is not there, which is said
    When I try to run "oc delete daemonset agnet"
    Then it is refused:
      """
      …"agnet" not found
      """

  Example: an event that is any event
    When 1 minute passes
    Then the events of "agent" include:
      | type | message |
      | …    | … …     |

  Example: a silence that lasts no time
    When node "n1" is silent for 0 seconds
    Then the pod of "agent" on "n1" was not replaced

  Example: a reboot that takes no time
    When node "n1" reboots within 0 minutes
    Then the pod of "agent" on "n1" was not replaced

  Example: an annotation that nobody reads
    Given the project "shop" with the annotations:
      | openshift.io/nodeselector | region=east |

  Example: an annotation of one's own
    Given the project "shop" with the annotations:
      | openshift.io/description | our shop |
    When the daemon set "shop-agent" is created
    Then "shop-agent" runs one pod on every node

  Example: a node falls silent twice
    Given node "n1" falls silent
    When node "n1" falls silent
    Then the pod of "agent" on "n1" was not replaced

  Example: a node reports again that was not the silent one
    Given node "n1" falls silent
    When node "n2" reports again
    Then node "n2" was never marked unreachable

  Example: a node that joins under the name of a silent one may fall silent again
    Given node "n1" falls silent
    And node "n1" is removed
    And node "n1" joins
    When node "n1" falls silent
    Then the pod of "agent" on "n1" was not replaced

  Example: a file that nobody reads
    Given the file "agnet.yaml":
      """
      kind: DaemonSet
      """
    When 1 minute passes
    Then the pod of "agent" on "n1" was not replaced

  Example: a text that is no YAML
    When 1 minute passes
    Then the daemon set "agent" contains:
      """
      spec: {selector: {matchLabels
      """

  Example: an image is there after all that was never missing
    When version "v1" of "agent" can be pulled after all
    Then the pod of "agent" on "n1" was not replaced
