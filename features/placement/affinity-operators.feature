Feature: Six ways to ask for a node

  A node selector can only say "this label with this value". A **node affinity** can say more: one of several values, any value,
  no such label, a number above or below a limit. Every expression names a label, an *operator* and, for most operators, values.
  Those that say *not* hold a trap: they also take every node that lacks the label altogether.

  Background:
    Given the nodes:
      | name       | labels           |
      | gpu-node-1 | gpu=8, zone=east |
      | gpu-node-2 | gpu=2, zone=west |
      | web-1      | zone=north       |
      | spare-1    |                  |

  Rule: In asks for one of several values
    # Authority: staging/src/k8s.io/apimachinery/pkg/labels/selector.go Matches; recording affinity-two-values-one-node

    Example: two zones of three
      When the daemon set "log-agent" is created for nodes where:
        | label | operator | values      |
        | zone  | In       | east, north |
      Then "log-agent" runs one pod on each of "gpu-node-1" and "web-1" and nowhere else
      And "gpu-node-2" and "spare-1" never had a pod of "log-agent"

  Rule: NotIn asks for any other value, and is content with none
    # Authority: staging/src/k8s.io/apimachinery/pkg/labels/selector.go Matches

    Example: every node outside the zone, the one without a zone included
      When the daemon set "log-agent" is created for nodes where:
        | label | operator | values |
        | zone  | NotIn    | east   |
      Then "log-agent" runs one pod on each of "gpu-node-2", "web-1" and "spare-1" and nowhere else
      And "gpu-node-1" never had a pod of "log-agent"

    Example: to leave out nodes without the label, ask for the label too
      When the daemon set "log-agent" is created for nodes where:
        | label | operator | values |
        | zone  | NotIn    | east   |
        | zone  | Exists   |        |
      Then "log-agent" runs one pod on each of "gpu-node-2" and "web-1" and nowhere else
      And "spare-1" never had a pod of "log-agent"

  Rule: Exists asks for the label, whatever its value
    # Authority: staging/src/k8s.io/apimachinery/pkg/labels/selector.go Matches

    Example: every node with GPUs, no matter how many
      When the daemon set "gpu-metrics" is created for nodes where:
        | label | operator |
        | gpu   | Exists   |
      Then "gpu-metrics" runs one pod on each of "gpu-node-1" and "gpu-node-2" and nowhere else
      And "web-1" and "spare-1" never had a pod of "gpu-metrics"

    Example: an empty value is a value
      Given node "spare-1" is labelled "gpu="
      When the daemon set "gpu-metrics" is created for nodes where:
        | label | operator |
        | gpu   | Exists   |
      Then "gpu-metrics" runs one pod on "spare-1"

  Rule: DoesNotExist asks for nodes without the label
    # Authority: staging/src/k8s.io/apimachinery/pkg/labels/selector.go Matches

    Example: every node without a GPU
      When the daemon set "power-saver" is created for nodes where:
        | label | operator     |
        | gpu   | DoesNotExist |
      Then "power-saver" runs one pod on each of "web-1" and "spare-1" and nowhere else
      And "gpu-node-1" and "gpu-node-2" never had a pod of "power-saver"

    Example: a node that is given the label loses its pod
      Given the daemon set "power-saver" for nodes where:
        | label | operator     |
        | gpu   | DoesNotExist |
      When node "web-1" is labelled "gpu=1"
      Then "power-saver" runs one pod on "spare-1" and nowhere else

  Rule: Gt asks for a number above the limit, Lt for one below
    # Authority: staging/src/k8s.io/apimachinery/pkg/labels/selector.go Matches

    Example: more than two GPUs
      When the daemon set "gpu-metrics" is created for nodes where:
        | label | operator | values |
        | gpu   | Gt       | 2      |
      Then "gpu-metrics" runs one pod on "gpu-node-1" and nowhere else
      And "gpu-node-2" never had a pod of "gpu-metrics"

    Example: fewer than eight GPUs; a node without the label has no number at all
      When the daemon set "gpu-metrics" is created for nodes where:
        | label | operator | values |
        | gpu   | Lt       | 8      |
      Then "gpu-metrics" runs one pod on "gpu-node-2" and nowhere else
      And "gpu-node-1", "web-1" and "spare-1" never had a pod of "gpu-metrics"

    Example: numbers are compared as numbers, so ten is more than nine
      Given node "web-1" is labelled "gpu=10"
      When the daemon set "gpu-metrics" is created for nodes where:
        | label | operator | values |
        | gpu   | Gt       | 9      |
      Then "gpu-metrics" runs one pod on "web-1" and nowhere else

    Scenario Outline: a label that is no whole number, <value>, is neither above nor below
      Given node "spare-1" is labelled "gpu=<value>"
      When the daemon set "gpu-metrics" is created for nodes where:
        | label | operator | values |
        | gpu   | Gt       | 0      |
      Then "gpu-metrics" runs one pod on each of "gpu-node-1" and "gpu-node-2" and nowhere else
      And "spare-1" never had a pod of "gpu-metrics"

      Examples:
        | value |
        | many  |
        | 2.5   |

  Rule: A limit that is no whole number is accepted if a label could have it as its value, and no node meets it
    # Authority: pkg/apis/core/validation/validation.go ValidateNodeSelectorRequirement; staging/src/k8s.io/apimachinery/pkg/labels/selector.go NewRequirement; staging/src/k8s.io/component-helpers/scheduling/corev1/nodeaffinity/nodeaffinity.go nodeSelectorRequirementsAsSelector; measured

    Scenario Outline: a limit of <limit>, and nobody complains
      When the daemon set "gpu-metrics" is created for nodes where:
        | label | operator | values  |
        | gpu   | Gt       | <limit> |
      Then no pod of "gpu-metrics" was ever created
      And the status of "gpu-metrics" is:
        | desired | current | unavailable |
        | 0       | 0       | 0           |

      Examples:
        | limit |
        | many  |
        | 2.5   |

    Example: a limit below zero is refused, for no label can have such a value
      When I try to create the daemon set "gpu-metrics" with "spec.template.spec.affinity.nodeAffinity" set to {requiredDuringSchedulingIgnoredDuringExecution: {nodeSelectorTerms: [{matchExpressions: [{key: gpu, operator: Gt, values: ["-1"]}]}]}}
      Then it is refused:
        """
        DaemonSet.apps "gpu-metrics" is invalid: spec.template.spec.affinity.nodeAffinity.requiredDuringSchedulingIgnoredDuringExecution.nodeSelectorTerms[0].matchExpressions[0].values[0]: Invalid value: "-1": a valid label must be …
        """
      And there is no daemon set "gpu-metrics"

    Example: two limits are refused
      Given the file "daemonset.yaml":
        """
        apiVersion: apps/v1
        kind: DaemonSet
        metadata:
          name: gpu-metrics
        spec:
          selector:
            matchLabels: {app: gpu-metrics}
          template:
            metadata:
              labels: {app: gpu-metrics}
            spec:
              containers:
              - {name: gpu-metrics, image: registry.example.com/gpu-metrics:1.4}
              affinity:
                nodeAffinity:
                  requiredDuringSchedulingIgnoredDuringExecution:
                    nodeSelectorTerms:
                    - matchExpressions:
                      - {key: gpu, operator: Gt, values: ["2", "4"]}
        """
      When I try to run "oc create -f daemonset.yaml"
      Then it is refused:
        """
        The DaemonSet "gpu-metrics" is invalid: spec.template.spec.affinity.nodeAffinity.requiredDuringSchedulingIgnoredDuringExecution.nodeSelectorTerms[0].matchExpressions[0].values: Required value: must be specified single value when `operator` is 'Lt' or 'Gt'
        """
      And there is no daemon set "gpu-metrics"
