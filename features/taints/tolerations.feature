Feature: Which taints a toleration covers

  A **taint** on a node keeps pods away: key, value, effect. A **toleration** in the pod template says "I do not mind that one". It does
  not attract a pod to the node, it only lets it in. What is left out of a toleration covers *more*, not less: no effect means
  every effect, no key means every taint there is.

  Background:
    Given the nodes:
      | name       | taints                   |
      | web-1      |                          |
      | gpu-node-1 | team=ml:NoSchedule       |
      | gpu-node-2 | team=ml:NoExecute        |
      | vault-1    | team=security:NoSchedule |

  Rule: Without a toleration every tainted node is left out

    Example: only the node without a taint
      When the daemon set "log-agent" is created
      Then "log-agent" runs one pod on "web-1" and nowhere else
      And "gpu-node-1", "gpu-node-2" and "vault-1" never had a pod of "log-agent"

  Rule: Key, value and effect must be those of the taint

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

  Rule: Exists covers every value

    Example: whichever team it is
      When the daemon set "log-agent" is created with the tolerations:
        | key  | operator | effect     |
        | team | Exists   | NoSchedule |
      Then "log-agent" runs one pod on each of "web-1", "gpu-node-1" and "vault-1" and nowhere else
      And "gpu-node-2" never had a pod of "log-agent"

  Rule: No effect covers every effect

    Example: NoSchedule and NoExecute alike
      When the daemon set "log-agent" is created with the tolerations:
        | key  | operator | value |
        | team | Equal    | ml    |
      Then "log-agent" runs one pod on each of "web-1", "gpu-node-1" and "gpu-node-2" and nowhere else
      And "vault-1" never had a pod of "log-agent"

  Rule: No key, with Exists, covers everything

    Example: a daemon set that goes everywhere
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

  Rule: Of several taints on a node every one must be covered

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
