@D05
Feature: Metrics agents share their nodes with each other, and fight for ports

  To measure a machine an agent must be on it; to be found by others it listens on a port of the machine. Two agents with one port cannot be on one node, whatever their projects. The four
  manifests beside this file are in the shape of the node exporter, of Datadog's agent, of the OpenTelemetry collector and of the node problem detector.

  Background:
    Given the nodes:
      | name      | labels                                 | taints                                                                            | nvidia.com/gpu |
      | control-1 | node-role.kubernetes.io/control-plane= | node-role.kubernetes.io/control-plane:NoSchedule                                  |                |
      | worker-1  |                                        |                                                                                   |                |
      | worker-2  |                                        |                                                                                   |                |
      | arm-1     | kubernetes.io/arch=arm64               |                                                                                   |                |
      | gpu-1     | nvidia.com/gpu.present=true            | nvidia.com/gpu:NoSchedule                                                         | 4              |
      | infra-1   | node-role.kubernetes.io/infra=         | node-role.kubernetes.io/infra:NoSchedule, node-role.kubernetes.io/infra:NoExecute |                |
      | windows-1 | kubernetes.io/os=windows               | os=windows:NoSchedule                                                             |                |
    And node "worker-2" is cordoned

  Rule: What measures the machine tolerates every taint
    # Authority: staging/src/k8s.io/api/core/v1/toleration.go ToleratesTaint; pkg/controller/daemon/daemon_controller.go NodeShouldRunDaemonPod

    Example: on all of Linux, though the file speaks of a kind that the cluster does not know
      When I try to run "oc apply -f node-metrics.yaml"
      Then it is refused:
        """
        error: resource mapping not found for name: "node-metrics" namespace: "node-metrics" from "node-metrics.yaml": no matches for kind "ServiceMonitor" in version "monitoring.coreos.com/v1"
        ensure CRDs are installed first
        """
      And "node-metrics" runs one pod on each of "control-1", "worker-1", "worker-2", "arm-1", "gpu-1" and "infra-1" and nowhere else

  Rule: What measures programs is where ordinary programs are
    # Authority: pkg/controller/daemon/daemon_controller.go NodeShouldRunDaemonPod

    Scenario Outline: "<agent>" on the ordinary nodes
      When I run "oc apply -f <agent>.yaml"
      Then "<agent>" runs one pod on each of "worker-1", "worker-2" and "arm-1" and nowhere else

      Examples:
        | agent               |
        | vendor-agent        |
        | telemetry-collector |

    Example: both at once, for their ports differ
      Given I run "oc apply -f vendor-agent.yaml"
      When I run "oc apply -f telemetry-collector.yaml"
      Then "telemetry-collector" runs one pod on each of "worker-1", "worker-2" and "arm-1" and nowhere else
      And the pods of "vendor-agent" on "worker-1", "worker-2" and "arm-1" were not replaced

  Rule: An agent whose images are for one kind of processor says so
    # Authority: staging/src/k8s.io/component-helpers/scheduling/corev1/nodeaffinity/nodeaffinity.go GetRequiredNodeAffinity; documentation: DaemonSet

    Example: neither on the ARM machine nor on Windows, but on reserved nodes
      When I run "oc apply -f trouble-detector.yaml"
      Then "trouble-detector" runs one pod on each of "control-1", "worker-1", "worker-2", "gpu-1" and "infra-1" and nowhere else

  Rule: Of two agents with one port, the one that came first keeps it, unless the other matters more
    # Authority: pkg/scheduler/framework/plugins/nodeports/node_ports.go Filter; pkg/scheduler/framework/plugins/defaultpreemption/default_preemption.go SelectVictimsOnNode

    Example: both matter the same
      Given the daemon set "trace-relay" with:
        | host port | 4317 |
      When I run "oc apply -f telemetry-collector.yaml"
      Then the pods of "telemetry-collector" for "worker-1", "worker-2" and "arm-1" are pending
      And the pods of "trace-relay" on "worker-1", "worker-2" and "arm-1" were not replaced

    Example: the second one is critical for the cluster
      Given the daemon set "disk-metrics" with:
        | host port | 9100 |
      When I try to run "oc apply -f node-metrics.yaml"
      Then it is refused:
        """
        error: resource mapping not found for name: "node-metrics" …
        """
      And "node-metrics" runs one pod on each of "worker-1", "worker-2" and "arm-1"
      And the pods of "disk-metrics" for "worker-1", "worker-2" and "arm-1" are pending

  Rule: A limit without a request is asked for in full
    # Authority: pkg/apis/core/v1/defaults.go SetDefaults_Pod; pkg/scheduler/framework/plugins/noderesources/fit.go fitsRequest

    @needs-steady-control-plane
    Example: a small machine has no quarter of a processor left
      Given I run "oc apply -f telemetry-collector.yaml"
      And the nodes:
        | name    | cpu  |
        | small-1 | 200m |
      When 1 minute passes
      Then the pod of "telemetry-collector" for "small-1" is pending
      And the events of "telemetry-collector" include:
        | type    | reason           | from              | message                                                |
        | Warning | FailedScheduling | default-scheduler | 0/8 nodes are available: 1 Insufficient cpu, … |

  @I26 @needs-security-context-constraints
  Rule: On OpenShift, a file may bring the right along that its pods need
    # Authority: openshift/apiserver-library-go pkg/securitycontextconstraints/sccadmission/scc_authz_check.go allowedForType

    Background:
      Given OpenShift's security context constraints

    Example: a role that says "use" stands beside the daemon set
      When I run "oc apply -f vendor-agent.yaml"
      Then "vendor-agent" runs one pod on each of "worker-1", "worker-2" and "arm-1" and nowhere else

    Example: a file without such a role
      When I run "oc apply -f telemetry-collector.yaml"
      Then no pod of "telemetry-collector" was ever created
      And the events of "telemetry-collector" include:
        | type    | reason       | message                                                                                                                                                                                      |
        | Warning | FailedCreate | Error creating: pods "telemetry-collector-" is forbidden: unable to validate against any security context constraint: […provider restricted-v2: …hostPath volumes are not allowed to be used…] |

    Example: the binding is taken away, and the pods that are there stay
      Given I run "oc apply -f vendor-agent.yaml"
      When I run "oc delete clusterrolebinding vendor-agent"
      Then the pods of "vendor-agent" on "worker-1", "worker-2" and "arm-1" were not replaced
