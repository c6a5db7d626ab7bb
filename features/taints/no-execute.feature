Feature: NoExecute sends pods away

  `NoExecute` does not only keep newcomers out, it also asks those inside to leave, daemon pods included, unless they tolerate the
  taint. A toleration may carry a limit, `tolerationSeconds`: so long, and no longer. For ordinary pods that is useful. In a daemon
  set it makes trouble, for the daemon set sends the next pod as soon as the one before has stopped.

  Background:
    Given the nodes "east-1" and "east-2"

  Rule: Pods that do not tolerate the taint go at once, and do not come back as long as it is there
    # Authority: pkg/controller/daemon/daemon_controller.go NodeShouldRunDaemonPod; pkg/controller/tainteviction/taint_eviction.go processPodOnNode; recording noexecute-evicts

    Example: daemon pods
      Given the daemon set "log-agent"
      When node "east-2" is tainted "maintenance:NoExecute"
      Then "log-agent" runs one pod on "east-1" and nowhere else
      And no pod of "log-agent" was created since
      But the pod of "log-agent" on "east-1" was not replaced

    Example: nothing counts as missing
      Given the daemon set "log-agent"
      When node "east-2" is tainted "maintenance:NoExecute"
      Then the status of "log-agent" is:
        | desired | current | ready | misscheduled | unavailable |
        | 1       | 1       | 1     | 0            | 0           |

    Example: ordinary pods
      Given the pod "report-job" that asked for "kubernetes.io/hostname=east-2" and runs on "east-2"
      When node "east-2" is tainted "maintenance:NoExecute"
      Then there is no pod "report-job" any more

    Example: a daemon pod that tolerates it stays
      Given the daemon set "log-agent" with the tolerations:
        | key         | operator | effect    |
        | maintenance | Exists   | NoExecute |
      When node "east-2" is tainted "maintenance:NoExecute"
      Then the pods of "log-agent" on "east-1" and "east-2" were not replaced

  Rule: The pod comes back when the taint is gone
    # Authority: pkg/controller/daemon/daemon_controller.go syncNodeUpdate; recording noexecute-evicts

    Example: after the maintenance
      Given the daemon set "log-agent"
      And node "east-2" is tainted "maintenance:NoExecute"
      When the taint "maintenance:NoExecute" is removed from node "east-2"
      Then "log-agent" runs one pod on each of "east-1" and "east-2" and nowhere else
      And the pod of "log-agent" on "east-1" was not replaced

  Rule: tolerationSeconds lets a pod stay a while
    # Authority: pkg/controller/tainteviction/taint_eviction.go processPodOnNode; staging/src/k8s.io/api/core/v1/toleration.go ToleratesTaint; pkg/controller/daemon/daemon_controller.go podsShouldBeOnNode
    The daemon set does not look at the seconds: to it the taint is tolerated, so there must be a pod. The next one comes when the
    one before has stopped, and stopping may take as long as its grace period lets it.

    Background:
      Given the daemon set "log-agent" with the tolerations:
        | key         | operator | effect    | seconds |
        | maintenance | Exists   | NoExecute | 60      |

    Example: within the limit nothing happens
      Given node "east-2" is tainted "maintenance:NoExecute"
      When 50 seconds pass
      Then the pod of "log-agent" on "east-2" was never replaced

    @needs-steady-control-plane @needs-long-waits
    Example: at the limit the pod goes, the next one comes, and so on for as long as the taint is there
      Given node "east-2" is tainted "maintenance:NoExecute"
      When 10 minutes pass
      Then the pod of "log-agent" on "east-2" came again every 60 to 63 seconds
      But the pod of "log-agent" on "east-1" was never replaced

    @needs-steady-control-plane @needs-container-control @needs-long-waits
    Example: pods that take their time to stop come that much later
      Given version "v1" of "log-agent" takes 20 seconds to stop
      And node "east-2" is tainted "maintenance:NoExecute"
      When 10 minutes pass
      Then the pod of "log-agent" on "east-2" came again every 80 to 83 seconds

    @needs-steady-control-plane @needs-long-waits
    Example: a change to the pod wins it no time
      Given node "east-2" is tainted "maintenance:NoExecute"
      And 50 seconds pass
      And I run "oc annotate pod <pod of log-agent on east-2> on-call=clara"
      When 15 seconds pass
      Then the pod of "log-agent" on "east-2" was replaced

    @needs-long-waits
    Example: if the taint goes in time, so does the limit
      Given node "east-2" is tainted "maintenance:NoExecute"
      And 50 seconds pass
      And the taint "maintenance:NoExecute" is removed from node "east-2"
      When 1 hour passes
      Then the pod of "log-agent" on "east-2" was never replaced

    @needs-steady-control-plane @needs-long-waits
    Example: an ordinary pod leaves once and for all
      Given the file "pod.yaml":
        """
        apiVersion: v1
        kind: Pod
        metadata:
          name: report-job
        spec:
          nodeName: east-2
          tolerations:
          - {key: maintenance, operator: Exists, effect: NoExecute, tolerationSeconds: 90}
          containers:
          - {name: report-job, image: registry.example.com/report-job:1.0}
        """
      And I run "oc create -f pod.yaml"
      And I run "oc adm taint node east-2 maintenance:NoExecute"
      When 2 minutes pass
      Then the pod "report-job" was asked to leave after 89 to 91 seconds
      And there is no pod "report-job" any more
