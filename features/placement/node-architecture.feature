@I34
Feature: Every node says which processor it has

  An image runs on the processors it was built for. Every kubelet labels its node with the architecture, `kubernetes.io/arch`,
  and with the operating system, `kubernetes.io/os`, when it starts. A daemon set can ask for them; nobody has to label nodes by
  hand. Asked for by an affinity, the question is not to be found in the pods any more: there, only the name of the node is left
  of it.

  Background:
    Given the nodes:
      | name  | labels                   |
      | old-1 |                          |
      | new-1 | kubernetes.io/arch=arm64 |

  Rule: Every kubelet labels its node with the architecture of the machine when it starts
    # Authority: pkg/kubelet/kubelet_node_status.go initialNode; pkg/kubelet/kubelet_node_status.go updateDefaultLabels

    Example: an agent that is built for both
      When the daemon set "net-agent" is created for nodes where:
        | label              | operator | values       |
        | kubernetes.io/os   | In       | linux        |
        | kubernetes.io/arch | In       | amd64, arm64 |
      Then "net-agent" runs one pod on each of "old-1" and "new-1" and nowhere else

    Example: an agent that is built for one of them
      When the daemon set "net-agent" is created for nodes labelled "kubernetes.io/arch=arm64"
      Then "net-agent" runs one pod on "new-1" and nowhere else
      And "old-1" never had a pod of "net-agent"

    @needs-long-waits
    Example: a label that somebody takes off stays away, and so does the pod
      Given the daemon set "net-agent" for nodes labelled "kubernetes.io/arch=arm64"
      And the label "kubernetes.io/arch" is removed from node "new-1"
      When 24 hours pass
      Then no pod of "net-agent" is left

    @needs-node-control
    Example: it is back when the kubelet starts anew, as after a reboot
      Given the daemon set "net-agent" for nodes labelled "kubernetes.io/arch=arm64"
      And the label "kubernetes.io/arch" is removed from node "new-1"
      When node "new-1" reboots
      Then "net-agent" runs one pod on "new-1" and nowhere else

  Rule: What an affinity in the template asks for decides, though the pods only show the name of their node
    # Authority: pkg/controller/daemon/util/daemonset_util.go ReplaceDaemonSetPodNodeNameNodeAffinity; kubernetes#89476

    Example: a node selector, however, stays in the pods
      When the daemon set "net-agent" is created for nodes labelled "kubernetes.io/arch=arm64"
      Then the pod of "net-agent" on "new-1" contains:
        """
        spec: {nodeSelector: {kubernetes.io/arch: arm64}}
        """

    Example: the affinity of the pod is not the one of the template
      When the daemon set "net-agent" is created for nodes where:
        | label              | operator | values |
        | kubernetes.io/arch | In       | arm64  |
      Then "net-agent" runs one pod on "new-1" and nowhere else
      And the pod of "net-agent" on "new-1" contains:
        """
        spec:
          affinity:
            nodeAffinity:
              requiredDuringSchedulingIgnoredDuringExecution:
                nodeSelectorTerms:
                  - matchExpressions: null
                    matchFields:
                      - {key: metadata.name, operator: In, values: [new-1]}
        """
