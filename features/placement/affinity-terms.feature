Feature: Terms of a node affinity are alternatives, expressions add up

  A node affinity is a list of *terms*, and a term is a list of *expressions*. A node needs to fulfil only **one** of the terms,
  but **all** expressions in it. A node selector beside the affinity must be fulfilled as well. Who mixes these up gets pods on
  too many nodes or on none, and nothing complains.

  Background:
    Given the nodes:
      | name   | labels                 |
      | east-1 | region=east, disk=ssd  |
      | east-2 | region=east, disk=slow |
      | west-1 | region=west, disk=ssd  |
      | west-2 | region=west, disk=slow |

  Rule: All expressions of a term must be fulfilled
    # Authority: staging/src/k8s.io/component-helpers/scheduling/corev1/nodeaffinity/nodeaffinity.go nodeSelectorRequirementsAsSelector

    Example: in the east, and with a fast disk
      When the daemon set "cache" is created for nodes where:
        | label  | operator | values |
        | region | In       | east   |
        | disk   | In       | ssd    |
      Then "cache" runs one pod on "east-1" and nowhere else
      And "east-2", "west-1" and "west-2" never had a pod of "cache"

  Rule: One fulfilled term is enough
    # Authority: staging/src/k8s.io/component-helpers/scheduling/corev1/nodeaffinity/nodeaffinity.go Match

    Example: in the east, or with a fast disk
      When the daemon set "cache" is created with the pod spec:
        """
        affinity:
          nodeAffinity:
            requiredDuringSchedulingIgnoredDuringExecution:
              nodeSelectorTerms:
                - matchExpressions:
                    - {key: region, operator: In, values: [east]}
                - matchExpressions:
                    - {key: disk, operator: In, values: [ssd]}
        """
      Then "cache" runs one pod on each of "east-1", "east-2" and "west-1" and nowhere else
      And "west-2" never had a pod of "cache"

  Rule: A term with nothing in it matches no node
    # Authority: staging/src/k8s.io/component-helpers/scheduling/corev1/nodeaffinity/nodeaffinity.go isEmptyNodeSelectorTerm

    Example: an empty term alone, and there is no pod at all
      When the daemon set "cache" is created with the pod spec:
        """
        affinity:
          nodeAffinity:
            requiredDuringSchedulingIgnoredDuringExecution:
              nodeSelectorTerms:
                - {}
        """
      Then no pod of "cache" was ever created
      And the status of "cache" is:
        | desired | current |
        | 0       | 0       |

    Example: an empty term beside another adds nothing
      When the daemon set "cache" is created with the pod spec:
        """
        affinity:
          nodeAffinity:
            requiredDuringSchedulingIgnoredDuringExecution:
              nodeSelectorTerms:
                - {}
                - matchExpressions:
                    - {key: region, operator: In, values: [west]}
        """
      Then "cache" runs one pod on each of "west-1" and "west-2" and nowhere else
      And "east-1" and "east-2" never had a pod of "cache"

  Rule: Node selector and affinity must both be fulfilled
    # Authority: staging/src/k8s.io/component-helpers/scheduling/corev1/nodeaffinity/nodeaffinity.go GetRequiredNodeAffinity

    Example: the selector says west, the affinity says fast disk
      When the daemon set "cache" is created with the pod spec:
        """
        nodeSelector: {region: west}
        affinity:
          nodeAffinity:
            requiredDuringSchedulingIgnoredDuringExecution:
              nodeSelectorTerms:
                - matchExpressions:
                    - {key: disk, operator: In, values: [ssd]}
        """
      Then "cache" runs one pod on "west-1" and nowhere else

    Example: if they contradict each other there is no pod, and no complaint
      When the daemon set "cache" is created with the pod spec:
        """
        nodeSelector: {region: west}
        affinity:
          nodeAffinity:
            requiredDuringSchedulingIgnoredDuringExecution:
              nodeSelectorTerms:
                - matchExpressions:
                    - {key: region, operator: In, values: [east]}
        """
      Then no pod of "cache" was ever created
      And the status of "cache" is:
        | desired | current | unavailable |
        | 0       | 0       | 0           |

  @I19
  Rule: The order of the values in a list does not matter
    # Authority: kubernetes#70458; staging/src/k8s.io/apimachinery/pkg/labels/selector.go hasValue; recording affinity-two-values-one-node
    In a release of 2018 two values in use, written in the order of the alphabet, were fine. Written the other way round they made
    the pods come and go without end.

    @needs-long-waits
    Scenario Outline: both values are in use, written as <values>
      Given the daemon set "cache" for nodes where:
        | label  | operator | values   |
        | region | In       | <values> |
      When 1 hour passes
      Then "cache" runs one pod on each of "east-1", "east-2", "west-1" and "west-2" and nowhere else
      And the pods of "cache" on "east-1", "east-2", "west-1" and "west-2" were not replaced
      And the revisions of "cache" are:
        | revision | version |
        | 1        | v1      |

      Examples:
        | values     |
        | east, west |
        | west, east |

    @needs-long-waits
    Example: of two values one is in use
      Given the daemon set "cache" for nodes where:
        | label  | operator | values      |
        | region | In       | north, west |
      When 1 hour passes
      Then "cache" runs one pod on each of "west-1" and "west-2" and nowhere else
      And the pods of "cache" on "west-1" and "west-2" were not replaced
      And "east-1" and "east-2" never had a pod of "cache"

    Example: a node that moves to the other value gets its pod
      Given the daemon set "cache" for nodes where:
        | label  | operator | values      |
        | region | In       | north, west |
      When node "east-1" is labelled "region=north"
      Then "cache" runs one pod on each of "east-1", "west-1" and "west-2" and nowhere else
      And the pods of "cache" on "west-1" and "west-2" were not replaced
