Feature: Quotas of objects, devices and kinds of pods

  A quota counts more than pods and their share of the processor. It may count **objects** of any kind, daemon sets among them, and **devices** such as
  graphics cards. And it may be about some pods only: those that ask for nothing, say, or those of one priority. What a quota does to a daemon set depends
  on what it counts: one that counts daemon sets refuses the set itself, one that counts devices refuses its pods.

  Background:
    Given the nodes "east-1" and "east-2"
    And the project "shop"

  Rule: A quota may say how many daemon sets there are
    # Authority: staging/src/k8s.io/apiserver/pkg/quota/v1/generic/evaluator.go objectCountEvaluator; measured

    Example: the second one is refused
      Given the quota "few" with:
        | count/daemonsets.apps | 1 |
      And the daemon set "log-agent"
      And the file "second.yaml":
        """
        apiVersion: apps/v1
        kind: DaemonSet
        metadata: {name: node-metrics}
        spec:
          selector: {matchLabels: {app: node-metrics}}
          template:
            metadata: {labels: {app: node-metrics}}
            spec: {containers: [{name: metrics, image: "example.com/node-metrics:v1"}]}
        """
      When I try to run "oc create -f second.yaml"
      Then it is refused:
        """
        Error from server (Forbidden): error when creating "second.yaml": daemonsets.apps "node-metrics" is forbidden: exceeded quota: few, requested: count/daemonsets.apps=1, used: count/daemonsets.apps=1, limited: count/daemonsets.apps=1
        """

    Example: one that is deleted makes room for another
      Given the quota "few" with:
        | count/daemonsets.apps | 1 |
      And the daemon set "log-agent"
      And the daemon set "log-agent" is deleted
      When the daemon set "node-metrics" is created
      Then "node-metrics" runs one pod on each of "east-1" and "east-2"

    Example: its pods do not count as daemon sets
      Given the quota "few" with:
        | count/daemonsets.apps | 1 |
      And the daemon set "log-agent"
      When I run "oc get quota few -o jsonpath={.status.used}"
      Then it prints:
        """
        {"count/daemonsets.apps":"1"}
        """

  Rule: A quota of devices refuses pods, and the daemon set stays
    # Authority: pkg/quota/v1/evaluator/core/pods.go podComputeUsageHelper, isExtendedResourceNameForQuota

    Example: two nodes with a card each, and a quota of one card
      Given the nodes:
        | name       | nvidia.com/gpu |
        | gpu-node-1 | 1              |
        | gpu-node-2 | 1              |
      And the quota "cards" with:
        | requests.nvidia.com/gpu | 1 |
      And the file "gpu-agent.yaml":
        """
        apiVersion: apps/v1
        kind: DaemonSet
        metadata: {name: gpu-agent}
        spec:
          selector: {matchLabels: {app: gpu-agent}}
          template:
            metadata: {labels: {app: gpu-agent}}
            spec:
              affinity:
                nodeAffinity:
                  requiredDuringSchedulingIgnoredDuringExecution:
                    nodeSelectorTerms:
                    - matchExpressions: [{key: kubernetes.io/hostname, operator: In, values: [gpu-node-1, gpu-node-2]}]
              containers:
              - name: agent
                image: example.com/gpu-agent:v1
                resources: {limits: {nvidia.com/gpu: 1}}
        """
      When I run "oc create -f gpu-agent.yaml"
      Then the status of "gpu-agent" is:
        | desired | current | unavailable |
        | 2       | 1       | 1           |

  Rule: A quota with a scope is about some pods only
    # Authority: pkg/quota/v1/evaluator/core/pods.go podMatchesScopeFunc; staging/src/k8s.io/apiserver/pkg/quota/v1/generic/evaluator.go Matches

    Background:
      Given the file "idle.yaml":
        """
        apiVersion: v1
        kind: ResourceQuota
        metadata: {name: idle}
        spec: {hard: {pods: 0}, scopes: [BestEffort]}
        """
      And I run "oc create -f idle.yaml"

    Example: pods that ask for nothing are refused
      When the daemon set "log-agent" is created
      Then no pod of "log-agent" was ever created

    Example: pods that ask for something are not
      When the daemon set "indexer" is created with:
        | cpu | 100m |
      Then "indexer" runs one pod on each of "east-1" and "east-2"
