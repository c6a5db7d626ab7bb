Feature: A node that is only written down

  A node is an object in the API, and whoever has the right to can write one down, with no machine behind it. Tools and tests
  do so. The cluster takes such a node at its word: nothing bad is known of it. Only when nobody has reported on it for a
  minute does it count as unreachable. (A cluster that runs in a cloud asks the cloud, too, and may delete the node again.)

  Background:
    Given the node "east-1"
    And the daemon set "log-agent"
    And the file "node.yaml":
      """
      apiVersion: v1
      kind: Node
      metadata: {name: paper-1}
      """

  Rule: A node that has reported nothing has nothing against it
    # Authority: pkg/controller/nodelifecycle/node_lifecycle_controller.go doNoScheduleTaintingPass; measured

    Example: the daemon set wants a pod there
      When I run "oc create -f node.yaml"
      Then the status of "log-agent" is:
        | desired | current | ready |
        | 2       | 2       | 1     |

  Rule: After a minute without a report it counts as unreachable
    # Authority: pkg/controller/nodelifecycle/node_lifecycle_controller.go tryUpdateNodeHealth; pkg/controller/nodelifecycle/config/v1alpha1/defaults.go RecommendedDefaultNodeLifecycleControllerConfiguration

    @needs-node-control @needs-long-waits
    Example: then it gets no new pods
      Given I run "oc create -f node.yaml"
      And 2 minutes pass
      When the daemon set "node-metrics" is created
      Then "node-metrics" runs one pod on "east-1" and nowhere else

    Example: before, it does
      Given I run "oc create -f node.yaml"
      When the daemon set "node-metrics" is created
      Then the status of "node-metrics" is:
        | desired | current | ready |
        | 2       | 2       | 1     |
