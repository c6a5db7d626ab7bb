@I13 @needs-container-control
Feature: A failed pod is replaced

  A program that ends is no failed pod: daemon pods are of `restartPolicy: Always`, so its node starts it again in the same
  pod, unless its container says otherwise. A daemon **pod** fails when its node gives it up: it evicts the pod because it
  runs out of disk or memory, it refuses a pod for which it has no room, or it shuts down in good order. Then the daemon set
  deletes the pod and creates another. If that fails too, and the next, it takes its time: the first is replaced at once, then
  the pauses **double** from one second up to a quarter of an hour. So a broken node is tried again and again without
  burdening the cluster.

  Background:
    Given the nodes "east-1" and "east-2"

  @K03
  Rule: A failed pod is deleted, and a new one takes its place
    # Authority: pkg/controller/daemon/daemon_controller.go podsShouldBeOnNode; recording failed-pods-are-replaced; pkg/kubelet/kuberuntime/kuberuntime_manager.go computePodActions; pkg/kubelet/eviction/eviction_manager.go evictPod

    Example: one pod fails
      Given the daemon set "log-agent"
      When the pod of "log-agent" on "east-1" fails
      Then the pod of "log-agent" on "east-1" was replaced
      And "log-agent" runs one pod on each of "east-1" and "east-2" and nowhere else
      But the pod of "log-agent" on "east-2" was not replaced

    @needs-node-control
    Example: a node that runs out of disk evicts its pod
      Given the daemon set "log-agent"
      When node "east-1" comes under disk pressure
      Then the pod of "log-agent" on "east-1" was replaced
      But the pod of "log-agent" on "east-2" was not replaced

    Example: a container that fails is no failed pod
      Given the daemon set "log-agent"
      When the container of "log-agent" on "east-1" exits with code 1
      Then the container of "log-agent" on "east-1" restarted 1 time
      And the pod of "log-agent" on "east-1" was not replaced

    @needs-steady-control-plane
    Example: an event tells why
      Given the daemon set "log-agent"
      When the pod of "log-agent" on "east-1" fails
      Then the events of "log-agent" include:
        | type    | reason          | from                 | message                                                       |
        | Warning | FailedDaemonPod | daemonset-controller | Found failed daemon pod … on node east-1, will try to kill it |

    Example: a daemon set cannot ask for pods that are started once
      Given the file "once.yaml":
        """
        apiVersion: apps/v1
        kind: DaemonSet
        metadata: {name: clean-up}
        spec:
          selector: {matchLabels: {app: clean-up}}
          template:
            metadata: {labels: {app: clean-up}}
            spec:
              restartPolicy: OnFailure
              containers: [{name: clean-up, image: registry.example.com/clean-up:1.0}]
        """
      When I try to run "oc create -f once.yaml"
      Then it is refused:
        """
        The DaemonSet "clean-up" is invalid: spec.template.spec.restartPolicy: Unsupported value: "OnFailure": supported values: "Always"
        """

  @needs-steady-control-plane
  Rule: Pods that fail again and again are replaced less and less often
    # Authority: pkg/controller/daemon/daemon_controller.go podsShouldBeOnNode, failedPodsBackoffKey; kubernetes#65240
    The pauses are counted for each node by itself, and begin anew when the spec of the daemon set changes.

    Background:
      Given the nodes:
        | name  | cpu |
        | small | 1   |
      And the daemon set "rack-monitor" with the pod spec:
        """
        nodeName: small
        containers:
        - name: rack-monitor
          image: registry.example.com/rack-monitor:1.0
          resources: {requests: {cpu: "2"}}
        """

    @needs-long-waits
    Example: half an hour on a node that has no room
      When 30 minutes pass
      Then the pod of "rack-monitor" on "small" was created again at least 8 times, less and less often
      And every pod of "rack-monitor" on "small" failed with the reason "OutOfcpu"

    @needs-long-waits
    Example: it is no hot loop
      When 2 hours pass
      Then at most 20 pods of "rack-monitor" were ever created on "small"

    Example: a pod that fits ends it
      When I run:
        """
        oc patch daemonset rack-monitor -p '{"spec": {"template": {"spec":
            {"containers": [{"name": "rack-monitor", "resources": {"requests": {"cpu": "500m"}}}]}}}}'
        """
      Then "rack-monitor" runs one pod on "small" and nowhere else
