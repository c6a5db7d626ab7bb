Feature: What every daemon pod puts up with

  A node in trouble is marked by the cluster itself: its disk is full, its memory is short, it does not answer. Ordinary pods are
  kept away. Daemon pods are what people need to *see* the trouble, so the daemon set controller gives each of them tolerations
  for some of these marks. They are added to the pods, and the template knows nothing of them. A toleration only opens the
  scheduler's door: the kubelet of the node looks again, and may still refuse the pod.

  @needs-node-control
  Rule: Marks of pressure keep ordinary pods away, and no daemon pods
    # Authority: pkg/controller/daemon/util/daemonset_util.go AddOrUpdateDaemonPodTolerations; pkg/kubelet/eviction/eviction_manager.go Admit; pkg/kubelet/eviction/eviction_manager.go evictPod; openshift/kubernetes openshift-kube-apiserver/admission/admissionenablement/register.go additionalDefaultOnPlugins; plugin/pkg/admission/podtolerationrestriction/admission.go Admit
    The daemon set wants its pod there. What comes of it, the kubelet decides: where only memory is short it takes the pod; under
    disk or PID pressure it refuses it, and the next one. Under each of them it may evict pods that run. Daemon pods of a priority
    as high as the two system classes are spared both. On OpenShift the mark of memory pressure keeps away only those ordinary
    pods that request nothing; the others are given a toleration for it.

    Scenario Outline: a node that reports <trouble> is still wanted
      Given the node "east-1"
      And node "east-1" reports "<trouble>"
      And the pod "report-job"
      When the daemon set "log-agent" is created
      Then the status of "log-agent" is:
        | desired | misscheduled |
        | 1       | 0            |
      But the pod "report-job" is pending

      Examples:
        | trouble         |
        | disk pressure   |
        | memory pressure |
        | PID pressure    |

    @needs-long-waits @needs-steady-control-plane
    Scenario Outline: under <trouble> the kubelet refuses the pod, and the next one
      Given the node "east-1"
      And node "east-1" reports "<trouble>"
      And the daemon set "log-agent"
      When 2 minutes pass
      Then every pod of "log-agent" on "east-1" failed with the reason "Evicted"
      And the pod of "log-agent" on "east-1" was created again at least 4 times, less and less often

      Examples:
        | trouble       |
        | disk pressure |
        | PID pressure  |

    Example: where only memory is short, the pod runs
      Given the node "east-1"
      And node "east-1" reports "memory pressure"
      When the daemon set "log-agent" is created
      Then "log-agent" runs one pod on "east-1"

    Example: the mark alone drives no daemon pod away
      Given the nodes "east-1" and "east-2"
      And the daemon set "log-agent"
      When node "east-2" reports "memory pressure"
      Then the pods of "log-agent" on "east-1" and "east-2" were not replaced
      And the status of "log-agent" is:
        | desired | ready | misscheduled |
        | 2       | 2     | 0            |

  @needs-node-control
  Rule: The mark of a missing network is covered by itself for daemon pods in the network of their host, and for no others
    # Authority: pkg/controller/daemon/util/daemonset_util.go AddOrUpdateDaemonPodTolerations; recording host-network-tolerates-missing-network

    Background:
      Given the nodes "east-1" and "east-2"
      And node "east-2" reports "a missing network"

    Example: an agent in the network of the host
      When the daemon set "node-metrics" is created with the pod spec:
        """
        hostNetwork: true
        """
      Then "node-metrics" runs one pod on each of "east-1" and "east-2" and nowhere else

    Example: an agent that needs the network
      When the daemon set "log-agent" is created
      Then "log-agent" runs one pod on "east-1" and nowhere else
      And "east-2" never had a pod of "log-agent"

  @I33 @needs-node-control
  Rule: Whoever brings the network must tolerate nodes that are not ready, and say so
    # Authority: pkg/controller/daemon/util/daemonset_util.go AddOrUpdateDaemonPodTolerations; pkg/controller/nodelifecycle/node_lifecycle_controller.go doNoScheduleTaintingPass; measured
    A kubelet without a network plugin reports that its node is not ready. That is another mark than the one of a missing network,
    and of its two effects only NoExecute is covered by itself. A plugin that does not tolerate NoSchedule never comes, and the
    node is never ready.

    Background:
      Given the nodes "east-1" and "east-2"
      And node "east-2" turns not ready

    Example: the network of the host is not enough
      When the daemon set "network-plugin" is created with the pod spec:
        """
        hostNetwork: true
        """
      Then "network-plugin" runs one pod on "east-1" and nowhere else
      And the status of "network-plugin" is:
        | desired | current |
        | 1       | 1       |

    Example: a toleration in the template brings the plugin to the node
      When the daemon set "network-plugin" is created with the pod spec:
        """
        hostNetwork: true
        tolerations:
          - {key: node.kubernetes.io/not-ready, operator: Exists, effect: NoSchedule}
        """
      Then "network-plugin" runs one pod on "east-2"

  @needs-node-control
  Rule: A node that does not answer keeps its daemon pod and, unless the template tolerates that, gets no new one
    # Authority: pkg/controller/daemon/util/daemonset_util.go AddOrUpdateDaemonPodTolerations; pkg/controller/nodelifecycle/node_lifecycle_controller.go doNoScheduleTaintingPass; measured
    Its mark has two effects, too: by itself NoExecute is tolerated, NoSchedule is not.

    @needs-long-waits
    Example: one daemon set was there before, the other comes too late
      Given the nodes "east-1" and "east-2"
      And the daemon set "log-agent"
      And node "east-2" falls silent
      And 2 minutes pass
      When the daemon set "node-metrics" is created
      Then "east-2" never had a pod of "node-metrics"
      And the pod of "log-agent" on "east-2" was never replaced

    @needs-long-waits @needs-steady-control-plane
    Example: a daemon set that tolerates everything sends its pod, which has to wait
      Given the nodes "east-1" and "east-2"
      And node "east-2" falls silent
      And 2 minutes pass
      When the daemon set "node-metrics" is created with the tolerations:
        | operator |
        | Exists   |
      Then the pod of "node-metrics" on "east-2" is not ready

  Rule: The automatic tolerations come on top of what the template tolerates
    # Authority: pkg/controller/daemon/util/daemonset_util.go AddOrUpdateDaemonPodTolerations; pkg/apis/core/v1/helper/helpers.go AddOrUpdateTolerationInPodSpec

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

  Rule: A limit that the template puts on an automatic toleration is lost if all else in the two is the same
    # Authority: pkg/apis/core/v1/helper/helpers.go AddOrUpdateTolerationInPodSpec, GetMatchingTolerations; staging/src/k8s.io/api/core/v1/toleration.go MatchToleration; measured
    A toleration of the same key, operator, value and effect is replaced by the automatic one, and that has no seconds. One that
    is written otherwise stays, and stands before the automatic ones: the first that fits the taint decides.

    Example: a minute on a node that does not answer, says the template; for ever, says the pod
      Given the node "east-1"
      And the daemon set "log-agent" with the tolerations:
        | key                            | operator | effect    | seconds |
        | node.kubernetes.io/unreachable | Exists   | NoExecute | 60      |
      When I run:
        """
        oc get pod <pod of log-agent on east-1> -o jsonpath='{range .spec.tolerations[*]}{.key}:{.tolerationSeconds} {end}'
        """
      Then it prints, among other lines:
        """
        node.kubernetes.io/unreachable: node.kubernetes.io/not-ready: …
        """
      And the daemon set "log-agent" contains:
        """
        spec: {template: {spec: {tolerations: [{tolerationSeconds: 60}]}}}
        """

    @needs-node-control @needs-long-waits @needs-steady-control-plane
    Example: a minute on any node in trouble, says the template, and names no key
      Given the nodes "east-1" and "east-2"
      And the daemon set "log-agent" with the tolerations:
        | operator | effect    | seconds |
        | Exists   | NoExecute | 60      |
      And node "east-2" turns not ready
      When 2 minutes pass
      Then no pod of "log-agent" is left on "east-2"

  Rule: An ordinary pod is given two of these tolerations, for five minutes each, unless it brings its own
    # Authority: plugin/pkg/admission/defaulttolerationseconds/admission.go Admit

    Example: a pod that nobody looks after
      Given the node "east-1"
      And the pod "report-job"
      When I run "oc get pod report-job -o jsonpath={.spec.tolerations[*].tolerationSeconds}"
      Then it prints:
        """
        300 300
        """

    Example: a pod that tolerates everything, and for ever
      Given the file "pod.yaml":
        """
        apiVersion: v1
        kind: Pod
        metadata: {name: night-watch}
        spec:
          tolerations: [{operator: Exists}]
          containers: [{name: night-watch, image: registry.example.com/night-watch:1.0}]
        """
      And I run "oc create -f pod.yaml"
      When I run "oc get pod night-watch -o jsonpath={.spec.tolerations}"
      Then it prints:
        """
        [{"operator":"Exists"}]
        """
