Feature: What every daemon pod puts up with

  A node in trouble is marked by the cluster itself: its disk is full, its memory is short, it does not answer. Ordinary pods are kept away. Daemon
  pods are what people need to *see* the trouble, so the daemon set controller gives each of them tolerations for these marks.
  They are added to the pods, and the template knows nothing of them.

  @needs-node-control
  Rule: A node under pressure gets its daemon pod, but no ordinary one

    Scenario Outline: a node that reports <trouble>
      Given the node "east-1"
      And node "east-1" reports "<trouble>"
      And the pod "report-job"
      When the daemon set "log-agent" is created
      Then "log-agent" runs one pod on "east-1"
      But the pod "report-job" is pending

      Examples:
        | trouble         |
        | disk pressure   |
        | memory pressure |
        | PID pressure    |

    Example: the trouble begins while daemon pods run
      Given the nodes "east-1" and "east-2"
      And the daemon set "log-agent"
      When node "east-2" reports "disk pressure"
      Then the pods of "log-agent" on "east-1" and "east-2" were not replaced
      And the status of "log-agent" is:
        | desired | ready | misscheduled |
        | 2       | 2     | 0            |

  @needs-node-control
  Rule: Where the network is missing, only daemon pods in the network of their host may start

    Background:
      Given the nodes "east-1" and "east-2"
      And node "east-2" reports "a missing network"

    Example: the plugin that brings the network
      When the daemon set "network-plugin" is created with the pod spec:
        """
        hostNetwork: true
        """
      Then "network-plugin" runs one pod on each of "east-1" and "east-2" and nowhere else

    Example: an agent that needs the network
      When the daemon set "log-agent" is created
      Then "log-agent" runs one pod on "east-1" and nowhere else
      And "east-2" never had a pod of "log-agent"

  Rule: They come on top of what the template tolerates

    Example: one of its own and six more
      Given the node "east-1"
      When the daemon set "log-agent" is created with the tolerations:
        | key  | operator | effect     |
        | team | Exists   | NoSchedule |
      Then the pod of "log-agent" on "east-1" tolerates exactly:
        | key                                | effect     |
        | team                               | NoSchedule |
        | node.kubernetes.io/not-ready       | NoExecute  |
        | node.kubernetes.io/unreachable     | NoExecute  |
        | node.kubernetes.io/disk-pressure   | NoSchedule |
        | node.kubernetes.io/memory-pressure | NoSchedule |
        | node.kubernetes.io/pid-pressure    | NoSchedule |
        | node.kubernetes.io/unschedulable   | NoSchedule |

    Example: the template does not change
      Given the node "east-1"
      When the daemon set "log-agent" is created
      Then the template of "log-agent" was never changed
      And the daemon set "log-agent" contains:
        """
        spec: {template: {spec: {tolerations: null}}}
        """

  Rule: An ordinary pod gets two, and each for five minutes only

    Example: a pod that nobody looks after
      Given the node "east-1"
      And the pod "report-job"
      When I run "oc get pod report-job -o jsonpath={.spec.tolerations[*].tolerationSeconds}"
      Then it prints:
        """
        300 300
        """
