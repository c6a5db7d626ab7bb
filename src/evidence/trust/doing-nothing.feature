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
