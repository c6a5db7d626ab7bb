Feature: NoSchedule keeps pods from coming, the taint itself sends none away

  `NoSchedule` is a sign at the door that the scheduler and the daemon set controller heed. Pods that run on the node stay, daemon
  pods too, until something else takes them away: somebody deletes them, or the daemon set is **updated**. A pod that goes does not
  come back, until the taint is taken off or the template tolerates it. Who does not ask at the door comes in all the same: a pod
  that names its node itself. A daemon set that names a node cannot, for its controller asks.

  Background:
    Given the nodes "east-1" and "gpu-node-1"

  @I06
  Rule: A daemon pod that runs stays until it is deleted
    # Authority: pkg/controller/daemon/daemon_controller.go NodeShouldRunDaemonPod; kubernetes#53556; recording noschedule-keeps-running-pods

    @needs-long-waits
    Example: a day later it still runs
      Given the daemon set "log-agent"
      And node "gpu-node-1" is tainted "team=ml:NoSchedule"
      When 24 hours pass
      Then the pod of "log-agent" on "gpu-node-1" was never replaced

    Example: an ordinary pod stays as well
      Given the pod "training-job" that asked for "kubernetes.io/hostname=gpu-node-1" and runs on "gpu-node-1"
      When node "gpu-node-1" is tainted "team=ml:NoSchedule"
      Then the pod "training-job" was never asked to leave

    Example: a deleted daemon pod is not replaced
      Given the daemon set "log-agent"
      And node "gpu-node-1" is tainted "team=ml:NoSchedule"
      When the pod of "log-agent" on "gpu-node-1" is deleted
      Then "log-agent" runs one pod on "east-1" and nowhere else
      And no pod of "log-agent" was created since

  @I06
  Rule: A rolling update takes the pod off the tainted node and brings no new one
    # Authority: pkg/controller/daemon/update.go rollingUpdate; measured
    The update goes by the pods there are, not by the nodes that are wanted. The pod on the tainted node is an old one, so it is
    deleted in its turn. The controller would make a new one only where one should run.

    Example: a rolling update ends with one pod fewer
      Given the daemon set "log-agent"
      And node "gpu-node-1" is tainted "team=ml:NoSchedule"
      When the daemon set "log-agent" is updated to version "v2"
      Then "log-agent" runs one pod on "east-1" and nowhere else
      And the pod of "log-agent" on "east-1" runs version "v2"
      And no pod of "log-agent" is left on "gpu-node-1"

    Example: so does a surge
      Given the daemon set "log-agent" with:
        | max surge       | 1 |
        | max unavailable | 0 |
      And node "gpu-node-1" is tainted "team=ml:NoSchedule"
      When the daemon set "log-agent" is updated to version "v2"
      Then "log-agent" runs one pod on "east-1" and nowhere else
      And no pod of "log-agent" is left on "gpu-node-1"

    Example: and the command that follows the update calls it a success
      Given the daemon set "log-agent"
      And node "gpu-node-1" is tainted "team=ml:NoSchedule"
      And the daemon set "log-agent" is updated to version "v2"
      When I run "oc rollout status daemonset/log-agent"
      Then it prints:
        """
        daemon set "log-agent" successfully rolled out
        """

    Example: under OnDelete the pod stays
      Given the daemon set "log-agent" with:
        | update strategy | OnDelete |
      And node "gpu-node-1" is tainted "team=ml:NoSchedule"
      When the daemon set "log-agent" is updated to version "v2"
      Then the pods of "log-agent" on "east-1" and "gpu-node-1" were not replaced

  @I07
  Rule: The pod comes when the last taint that kept it away goes
    # Authority: pkg/controller/daemon/daemon_controller.go syncNodeUpdate; kubernetes#42398

    Example: a node that was tainted from the beginning
      Given node "gpu-node-1" is tainted "team=ml:NoSchedule"
      And the daemon set "log-agent"
      When the taint "team=ml:NoSchedule" is removed from node "gpu-node-1"
      Then "log-agent" runs one pod on each of "east-1" and "gpu-node-1" and nowhere else
      And the pod of "log-agent" on "east-1" was not replaced

    Example: a node that lost its pod meanwhile
      Given the daemon set "log-agent"
      And node "gpu-node-1" is tainted "team=ml:NoSchedule"
      And the pod of "log-agent" on "gpu-node-1" is deleted
      When I run "oc adm taint node gpu-node-1 team-"
      Then "log-agent" runs one pod on each of "east-1" and "gpu-node-1" and nowhere else

    Example: a pod that never left is not replaced either
      Given the daemon set "log-agent"
      And node "gpu-node-1" is tainted "team=ml:NoSchedule"
      When the taint "team=ml:NoSchedule" is removed from node "gpu-node-1"
      Then the pods of "log-agent" on "east-1" and "gpu-node-1" were not replaced

    Example: a second taint still keeps it away
      Given node "gpu-node-1" is tainted "team=ml:NoSchedule"
      And node "gpu-node-1" is tainted "maintenance:NoSchedule"
      And the daemon set "log-agent"
      When the taint "team=ml:NoSchedule" is removed from node "gpu-node-1"
      Then "gpu-node-1" never had a pod of "log-agent"

  Rule: A toleration that the template is given lets the pod in again
    # Authority: pkg/controller/daemon/daemon_controller.go NodeShouldRunDaemonPod; pkg/controller/daemon/daemon_controller.go podsShouldBeOnNode

    Example: a node that lost its pod is served again
      Given the daemon set "log-agent"
      And node "gpu-node-1" is tainted "team=ml:NoSchedule"
      And the pod of "log-agent" on "gpu-node-1" is deleted
      When I run:
        """
        oc patch daemonset log-agent -p '{"spec": {"template": {"spec": {"tolerations": [{"key": "team", "operator": "Exists"}]}}}}'
        """
      Then "log-agent" runs one pod on each of "east-1" and "gpu-node-1" and nowhere else

  Rule: A pod outside daemon sets that names its node itself passes NoSchedule
    # Authority: pkg/kubelet/lifecycle/predicate.go generalFilter; measured
    No scheduler is asked, and the kubelet only looks at taints that drive pods away.

    Background:
      Given the file "pod.yaml":
        """
        apiVersion: v1
        kind: Pod
        metadata:
          name: rescue-shell
        spec:
          nodeName: gpu-node-1
          containers:
          - {name: rescue-shell, image: registry.example.com/rescue-shell:1.0}
        """

    Example: NoSchedule does not stop it
      Given node "gpu-node-1" is tainted "team=ml:NoSchedule"
      When I run "oc create -f pod.yaml"
      Then the pod "rescue-shell" runs on "gpu-node-1"

    Example: NoExecute does
      Given node "gpu-node-1" is tainted "team=ml:NoExecute"
      When I run "oc create -f pod.yaml"
      Then there is no pod "rescue-shell" any more

  Rule: PreferNoSchedule is only a wish, and daemon sets do not mind it
    # Authority: pkg/controller/daemon/daemon_controller.go predicates

    Example: a new daemon set goes there
      Given node "gpu-node-1" is tainted "team=ml:PreferNoSchedule"
      When the daemon set "log-agent" is created
      Then "log-agent" runs one pod on each of "east-1" and "gpu-node-1" and nowhere else
      And the status of "log-agent" is:
        | desired | ready | misscheduled |
        | 2       | 2     | 0            |

    Example: a pod that runs there stays, and would come again
      Given the daemon set "log-agent"
      And node "gpu-node-1" is tainted "team=ml:PreferNoSchedule"
      When the pod of "log-agent" on "gpu-node-1" is deleted
      Then "log-agent" runs one pod on each of "east-1" and "gpu-node-1" and nowhere else
