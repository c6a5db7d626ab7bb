Feature: A disruption budget holds up a drain

  Draining a node evicts its ordinary pods, which asks for leave to do so; whatever made them makes others elsewhere. A budget that
  does not allow it keeps the drain waiting, for ever if need be. That is what most "stuck" drains are about.

  Background:
    Given the nodes "east-1" and "east-2"
    And the daemon set "log-agent"
    And the file "web.yaml":
      """
      apiVersion: v1
      kind: Pod
      metadata: {name: web, labels: {app: web}}
      spec:
        nodeName: east-1
        containers: [{name: web, image: registry.example.com/web:v1}]
      ---
      apiVersion: policy/v1
      kind: PodDisruptionBudget
      metadata: {name: web}
      spec:
        minAvailable: 1
        selector: {matchLabels: {app: web}}
      """
    And I run "oc create -f web.yaml"

  Rule: What a budget does not allow is asked for again, every five seconds
    # Authority: staging/src/k8s.io/kubectl/pkg/drain/drain.go evictPods; pkg/registry/core/pod/storage/eviction.go checkAndDecrement

    Example: until somebody loses patience
      When I try to run "oc adm drain east-1 --ignore-daemonsets --force --timeout=8s"
      Then it is refused:
        """
        Warning: ignoring DaemonSet-managed Pods: demo/log-agent-…; deleting Pods that declare no controller: demo/web
        error when evicting pods/"web" -n "demo" (will retry after 5s): Cannot evict pod as it would violate the pod's disruption budget.
        error when evicting pods/"web" -n "demo" (will retry after 5s): Cannot evict pod as it would violate the pod's disruption budget.
        There are pending pods in node "east-1" when an error occurred: error when evicting pods/"web" -n "demo": global timeout reached: 8s
        pod/web
        error: unable to drain node "east-1" due to error: error when evicting pods/"web" -n "demo": global timeout reached: 8s, continuing command...
        There are pending nodes to be drained:
         east-1
        error when evicting pods/"web" -n "demo": global timeout reached: 8s
        """
      And the pod "web" still runs on "east-1"

  Rule: A budget that allows the eviction lets the pod go
    # Authority: pkg/registry/core/pod/storage/eviction.go Create

    Example: nothing need stay
      Given I run:
        """
        oc patch poddisruptionbudget web -p '{"spec":{"minAvailable":0}}'
        """
      When I run "oc adm drain east-1 --ignore-daemonsets --force"
      Then there is no pod "web" any more

  Rule: A pod that is deleted asks nobody
    # Authority: staging/src/k8s.io/kubectl/pkg/drain/drain.go deletePods

    Example: draining without evictions
      When I run "oc adm drain east-1 --ignore-daemonsets --force --disable-eviction"
      Then there is no pod "web" any more
