Feature: Which taints a toleration covers

  A **taint** on a node keeps pods away: key, value, effect. A **toleration** in the pod template says "I do not mind that one". It
  does not attract a pod to the node, it only lets it in. What is left out does not always mean the same. A toleration without an
  effect covers **every** effect. With the operator Equal, one without a value covers only the taint **without** a value. And with
  the operator Exists, one without a key covers every key.

  Background:
    Given the nodes:
      | name       | taints                   |
      | web-1      |                          |
      | gpu-node-1 | team=ml:NoSchedule       |
      | gpu-node-2 | team=ml:NoExecute        |
      | vault-1    | team=security:NoSchedule |

  Rule: Without a toleration nodes with NoSchedule or NoExecute are left out
    # Authority: pkg/controller/daemon/daemon_controller.go predicates; pkg/controller/daemon/util/daemonset_util.go AddOrUpdateDaemonPodTolerations
    PreferNoSchedule leaves no node out, and six taints that the cluster itself sets are tolerated by every daemon pod.

    Example: only the node without a taint
      When the daemon set "log-agent" is created
      Then "log-agent" runs one pod on "web-1" and nowhere else
      And "gpu-node-1", "gpu-node-2" and "vault-1" never had a pod of "log-agent"

    Example: a mild taint, and one that every daemon pod tolerates
      Given the nodes:
        | name     | taints                    |
        | mild-1   | team=web:PreferNoSchedule |
        | closed-1 |                           |
      And node "closed-1" is cordoned
      When the daemon set "log-agent" is created
      Then "log-agent" runs one pod on each of "web-1", "mild-1" and "closed-1" and nowhere else

  Rule: The key, the value and the effect that a toleration names must be those of the taint
    # Authority: staging/src/k8s.io/api/core/v1/toleration.go ToleratesTaint; recording equal-operator-and-empty-effect

    Example: one taint, spelled out
      When the daemon set "log-agent" is created with the tolerations:
        | key  | operator | value | effect     |
        | team | Equal    | ml    | NoSchedule |
      Then "log-agent" runs one pod on each of "web-1" and "gpu-node-1" and nowhere else
      And "gpu-node-2" and "vault-1" never had a pod of "log-agent"

    Example: an operator that is left out means Equal
      When the daemon set "log-agent" is created with the tolerations:
        | key  | value    | effect     |
        | team | security | NoSchedule |
      Then "log-agent" runs one pod on each of "web-1" and "vault-1" and nowhere else

    Example: a toleration for another key helps nowhere
      When the daemon set "log-agent" is created with the tolerations:
        | key   | operator | effect     |
        | squad | Exists   | NoSchedule |
      Then "log-agent" runs one pod on "web-1" and nowhere else

  Rule: With the operator Equal, a toleration without a value covers only a taint without a value
    # Authority: staging/src/k8s.io/api/core/v1/toleration.go ToleratesTaint; measured

    Background:
      Given the nodes:
        | name   | taints          |
        | idle-1 | team:NoSchedule |

    Example: Equal, and nothing to be equal to
      When the daemon set "log-agent" is created with the tolerations:
        | key  | operator | effect     |
        | team | Equal    | NoSchedule |
      Then "log-agent" runs one pod on each of "web-1" and "idle-1" and nowhere else
      And "gpu-node-1" and "vault-1" never had a pod of "log-agent"

  Rule: With the operator Exists, a toleration covers every value
    # Authority: staging/src/k8s.io/api/core/v1/toleration.go ToleratesTaint

    Example: whichever team it is
      When the daemon set "log-agent" is created with the tolerations:
        | key  | operator | effect     |
        | team | Exists   | NoSchedule |
      Then "log-agent" runs one pod on each of "web-1", "gpu-node-1" and "vault-1" and nowhere else
      And "gpu-node-2" never had a pod of "log-agent"

  Rule: A toleration without an effect covers every effect
    # Authority: staging/src/k8s.io/api/core/v1/toleration.go ToleratesTaint; recording equal-operator-and-empty-effect

    Example: NoSchedule and NoExecute alike
      When the daemon set "log-agent" is created with the tolerations:
        | key  | operator | value |
        | team | Equal    | ml    |
      Then "log-agent" runs one pod on each of "web-1", "gpu-node-1" and "gpu-node-2" and nowhere else
      And "vault-1" never had a pod of "log-agent"

  Rule: A toleration without a key must have the operator Exists, and covers every key
    # Authority: staging/src/k8s.io/api/core/v1/toleration.go ToleratesTaint; pkg/apis/core/validation/validation.go ValidateTolerations

    Example: without an effect, too, it lets a daemon set go everywhere
      When the daemon set "log-agent" is created with the tolerations:
        | operator |
        | Exists   |
      Then "log-agent" runs one pod on each of "web-1", "gpu-node-1", "gpu-node-2" and "vault-1" and nowhere else

    Example: everything of one effect
      When the daemon set "log-agent" is created with the tolerations:
        | operator | effect     |
        | Exists   | NoSchedule |
      Then "log-agent" runs one pod on each of "web-1", "gpu-node-1" and "vault-1" and nowhere else
      And "gpu-node-2" never had a pod of "log-agent"

    Example: no key and no operator is a mistake
      Given the file "daemonset.yaml":
        """
        apiVersion: apps/v1
        kind: DaemonSet
        metadata:
          name: log-agent
        spec:
          selector:
            matchLabels: {app: log-agent}
          template:
            metadata:
              labels: {app: log-agent}
            spec:
              tolerations:
              - effect: NoSchedule
              containers:
              - {name: log-agent, image: registry.example.com/log-agent:3.0}
        """
      When I try to run "oc create -f daemonset.yaml"
      Then it is refused:
        """
        The DaemonSet "log-agent" is invalid: spec.template.spec.tolerations[0].operator: Invalid value: "": operator must be Exists when `key` is empty, which means "match all values and all keys"
        """
      And there is no daemon set "log-agent"

  Rule: The operators Lt and Gt are experimental and switched off by default, though the refusal lists them
    # Authority: pkg/apis/core/validation/validation.go ValidateTolerations; pkg/features/kube_features.go TaintTolerationComparisonOperators; measured

    Example: nodes of at most some rank
      When I try to create the daemon set "log-agent" with "spec.template.spec.tolerations" set to [{key: rank, operator: Lt, value: "3", effect: NoSchedule}]
      Then it is refused:
        """
        DaemonSet.apps "log-agent" is invalid: spec.template.spec.tolerations[0].operator: Unsupported value: "Lt": supported values: "Equal", "Exists", "Lt", "Gt"
        """
      And there is no daemon set "log-agent"

  Rule: Of several taints that keep pods out every one must be covered
    # Authority: pkg/apis/core/v1/helper/helpers.go GetMatchingTolerations; pkg/controller/daemon/daemon_controller.go predicates

    Background:
      Given node "gpu-node-1" is tainted "maintenance:NoSchedule"

    Example: one of two is not enough
      When the daemon set "log-agent" is created with the tolerations:
        | key  | operator | value | effect     |
        | team | Equal    | ml    | NoSchedule |
      Then "gpu-node-1" never had a pod of "log-agent"

    Example: two tolerations for two taints
      When the daemon set "log-agent" is created with the tolerations:
        | key         | operator | value | effect     |
        | team        | Equal    | ml    | NoSchedule |
        | maintenance | Exists   |       | NoSchedule |
      Then "log-agent" runs one pod on each of "web-1" and "gpu-node-1" and nowhere else
