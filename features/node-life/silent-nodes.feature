@needs-node-control
Feature: A node that falls silent

  A machine loses its power, or its network: the cluster only notices that it no longer hears of it. After 50 seconds without
  a sign of life the node is marked **unreachable**. (Until Kubernetes 1.31 it was 40; on OpenShift a *worker latency profile*
  may say otherwise.) Ordinary pods there are given five more minutes and are then written off. Daemon pods are not: they
  could go nowhere else, so they wait for their node to come back, or for somebody to give it up.

  Background:
    Given the nodes "east-1" and "east-2"
    And the daemon set "log-agent"

  Rule: After 50 seconds of silence a node is unreachable
    # Authority: pkg/controller/nodelifecycle/node_lifecycle_controller.go tryUpdateNodeHealth; pkg/controller/nodelifecycle/config/v1alpha1/defaults.go RecommendedDefaultNodeLifecycleControllerConfiguration
    The last sign of life may be ten seconds old when the node falls silent. And the cluster looks every five seconds, so it
    may notice that sign, and the silence, a little late. If the controller that looks is restarted, it counts from then.

    @needs-steady-control-plane
    Example: 40 to 55 seconds later
      When node "east-2" falls silent
      Then node "east-2" was marked unreachable after 40 to 55 seconds

    Example: as an administrator sees it
      Given node "east-2" falls silent
      When I run "oc get nodes"
      Then it prints:
        """
        NAME     STATUS     ROLES    AGE   VERSION
        east-1   Ready      <none>   …
        east-2   NotReady   <none>   …
        """

    Example: a short silence goes unnoticed
      When node "east-2" is silent for 25 seconds
      Then node "east-2" was never marked unreachable
      And the pod of "log-agent" on "east-2" was not replaced

  Rule: Daemon pods stay on an unreachable node
    # Authority: pkg/controller/daemon/util/daemonset_util.go AddOrUpdateDaemonPodTolerations; pkg/controller/nodelifecycle/node_lifecycle_controller.go monitorNodeHealth

    @needs-long-waits
    Example: a day later the pod is still the same
      When node "east-2" is silent for 24 hours
      Then the pod of "log-agent" on "east-2" was not replaced

    Example: lists go on showing it as ready, for they count containers, and of those nobody has heard
      Given node "east-2" falls silent
      When I run "oc get pod <pod of log-agent on east-2>"
      Then it prints:
        """
        NAME          READY   STATUS    RESTARTS   AGE
        log-agent-…   1/1     Running   0          …
        """

    Example: the condition of the pod tells the truth
      Given node "east-2" falls silent
      When I run:
        """
        oc get pod <pod of log-agent on east-2> -o 'jsonpath={.status.conditions[?(@.type=="Ready")].status}'
        """
      Then it prints:
        """
        False
        """

    Example: a pod deleted there stays in the list, for nobody can stop it
      Given node "east-2" falls silent
      When the pod of "log-agent" on "east-2" is deleted
      Then no pod of "log-agent" was created since
      And "log-agent" runs one pod on "east-1"

  Rule: A daemon set does not want an unreachable node, unless it tolerates all that marks it
    # Authority: pkg/controller/daemon/daemon_controller.go NodeShouldRunDaemonPod, syncNodeUpdate; pkg/controller/daemon/util/daemonset_util.go AddOrUpdateDaemonPodTolerations
    The node carries the taint `unreachable` twice, with NoExecute and with NoSchedule. What daemon pods tolerate by themselves
    is the first. The counters say so once the controller counts again. The taint alone does not have it do that, a node that
    joins does.

    Example: its pod is in the wrong place, and nothing counts as unavailable
      Given node "east-2" falls silent
      When node "east-3" joins
      Then the status of "log-agent" is:
        | desired | ready | available | unavailable | misscheduled |
        | 2       | 2     | 2         | 0           | 1            |

    Example: a new daemon set gets no pod there
      Given node "east-2" falls silent
      When the daemon set "node-metrics" is created
      Then "node-metrics" runs one pod on "east-1" and nowhere else
      And "east-2" never had a pod of "node-metrics"

    Example: one that tolerates every taint goes on wanting it, and its pod counts as unavailable
      Given the daemon set "network-plugin" with the tolerations:
        | operator |
        | Exists   |
      When node "east-2" falls silent
      Then the status of "network-plugin" is:
        | desired | current | ready | unavailable | misscheduled |
        | 2       | 2       | 1     | 1           | 0            |

  @needs-long-waits
  Rule: Ordinary pods are written off five minutes later, unless they say otherwise
    # Authority: plugin/pkg/admission/defaulttolerationseconds/admission.go Admit; pkg/controller/tainteviction/taint_eviction.go processPodOnNode
    A pod that says nothing of it is given a toleration of 300 seconds when it is created.

    Background:
      Given the pod "report-job" that asked for "kubernetes.io/hostname=east-2" and runs on "east-2"

    @needs-steady-control-plane
    Example: fifty seconds and five minutes of silence
      When node "east-2" is silent for 10 minutes
      Then the pod "report-job" was asked to leave after 340 to 356 seconds
      But the pod of "log-agent" on "east-2" was not replaced

    @needs-steady-control-plane
    Example: it leaves only when the node is back and can stop it
      When node "east-2" is silent for 10 minutes
      Then there is no pod "report-job" any more

    @needs-steady-control-plane
    Example: five minutes of silence are survived
      When node "east-2" is silent for 5 minutes
      Then node "east-2" was marked unreachable after 40 to 55 seconds
      But the pod "report-job" was never asked to leave

    Example: once the node is back the time is forgotten
      Given node "east-2" is silent for 5 minutes
      When node "east-2" is silent for 5 minutes
      Then the pod "report-job" was never asked to leave
      And the pod "report-job" still runs on "east-2"

    @needs-steady-control-plane
    Example: a pod that wants to be gone after one minute
      Given the file "hasty.yaml":
        """
        apiVersion: v1
        kind: Pod
        metadata: {name: mail-job}
        spec:
          nodeName: east-2
          containers: [{name: mail-job, image: registry.example.com/mail-job:1.0}]
          tolerations:
          - {key: node.kubernetes.io/unreachable, operator: Exists, effect: NoExecute, tolerationSeconds: 60}
        """
      And I run "oc create -f hasty.yaml"
      When node "east-2" is silent for 4 minutes
      Then the pod "mail-job" was asked to leave after 100 to 116 seconds
      But the pod "report-job" was never asked to leave

  @needs-long-waits
  Rule: If every node is silent, nobody is written off
    # Authority: pkg/controller/nodelifecycle/node_lifecycle_controller.go handleDisruption
    Then it may well be that it is the cluster which hears nothing.

    @needs-no-other-nodes
    Example: the second of two nodes falls silent, and the first is spared, too
      Given the pod "report-job" that asked for "kubernetes.io/hostname=east-1" and runs on "east-1"
      And node "east-1" falls silent
      When node "east-2" is silent for 10 minutes
      Then the pod "report-job" was never asked to leave

  @needs-long-waits
  Rule: If too many nodes of a zone are silent, no more of them are written off
    # Authority: pkg/controller/nodelifecycle/node_lifecycle_controller.go ComputeZoneState, setLimiterInZone, ReducedQPSFunc
    Too many are more than two that make up at least 55 percent of the zone. Nodes that were written off before stay so. In
    zones of more than 50 nodes it only takes longer. A zone that is silent altogether is believed, as long as another
    answers. Nodes that name no zone share one.

    Background:
      Given the pod "report-job" that asked for "kubernetes.io/hostname=east-2" and runs on "east-2"

    Example: the third of five nodes falls silent
      Given the nodes "west-1", "west-2" and "west-3"
      And node "west-1" falls silent
      And node "west-2" falls silent
      When node "east-2" is silent for 10 minutes
      Then the pod "report-job" was never asked to leave

    @needs-steady-control-plane
    Example: the first of the three was written off before, and that stands
      Given the nodes "west-1", "west-2" and "west-3"
      And the pod "mail-job" that asked for "kubernetes.io/hostname=west-1" and runs on "west-1"
      And node "west-1" falls silent
      And node "west-2" falls silent
      When node "east-2" is silent for 10 minutes
      Then the pod "mail-job" was asked to leave after 230 to 310 seconds

    @needs-steady-control-plane
    Example: two of three nodes are a larger share, but only two
      Given the node "west-1"
      And node "west-1" falls silent
      When node "east-2" is silent for 10 minutes
      Then the pod "report-job" was asked to leave after 340 to 366 seconds

    @needs-steady-control-plane
    Example: the others are in another zone, so they do not matter
      Given the nodes:
        | name   | labels                           |
        | west-1 | topology.kubernetes.io/zone=west |
        | west-2 | topology.kubernetes.io/zone=west |
        | west-3 | topology.kubernetes.io/zone=west |
      And node "west-1" falls silent
      And node "west-2" falls silent
      When node "east-2" is silent for 10 minutes
      Then the pod "report-job" was asked to leave after 340 to 366 seconds

    @needs-steady-control-plane
    Example: all three nodes of a zone are silent, and the rest of the cluster answers
      Given the nodes:
        | name   | labels                           |
        | west-1 | topology.kubernetes.io/zone=west |
        | west-2 | topology.kubernetes.io/zone=west |
        | west-3 | topology.kubernetes.io/zone=west |
      And the pod "mail-job" that asked for "kubernetes.io/hostname=west-3" and runs on "west-3"
      And node "west-1" falls silent
      And node "west-2" falls silent
      When node "west-3" is silent for 10 minutes
      Then the pod "mail-job" was asked to leave after 340 to 376 seconds

  Rule: When the node is back, its daemon pod is well again
    # Authority: pkg/controller/nodelifecycle/node_lifecycle_controller.go monitorNodeHealth; pkg/controller/daemon/daemon_controller.go syncNodeUpdate

    Example: the daemon pod is ready again, and was never replaced
      Given node "east-2" falls silent
      When node "east-2" reports again
      Then "log-agent" runs one pod on each of "east-1" and "east-2" and nowhere else
      And the pod of "log-agent" on "east-2" was never replaced
      And the status of "log-agent" is:
        | desired | ready | misscheduled | unavailable |
        | 2       | 2     | 0            | 0           |

  Rule: What was decided while a node was silent is done when it is back
    # Authority: pkg/controller/daemon/daemon_controller.go syncNodeUpdate; pkg/controller/daemon/update.go rollingUpdate

    Example: a pod that was deleted meanwhile is stopped, and its successor comes
      Given node "east-2" falls silent
      And the pod of "log-agent" on "east-2" is deleted
      When node "east-2" reports again
      Then "log-agent" runs one pod on each of "east-1" and "east-2" and nowhere else
      And the new pod of "log-agent" on "east-2" came only when the old one was gone

    Example: a version that came out meanwhile replaces it
      Given node "east-2" falls silent
      And the daemon set "log-agent" is updated to version "v2"
      When node "east-2" reports again
      Then the pod of "log-agent" on "east-2" runs version "v2"
      And the new pod of "log-agent" on "east-2" came only when the old one was gone

    Example: a daemon set that was created meanwhile gets its pod
      Given node "east-2" falls silent
      And the daemon set "node-metrics"
      When node "east-2" reports again
      Then "node-metrics" runs one pod on each of "east-1" and "east-2" and nowhere else

  Rule: A silent node that is given up loses its pods
    # Authority: pkg/controller/podgc/gc_controller.go gcOrphaned
    Removing the node is one way. `features/node-life/out-of-service.feature` shows another.

    Example: the node is removed
      Given node "east-2" falls silent
      When node "east-2" is removed
      Then no pod of "log-agent" is left on "east-2"
      And the status of "log-agent" is:
        | desired | ready | unavailable |
        | 1       | 1     | 0           |
