@D05
Feature: Log shippers run where their tolerations let them

  Logs come from every node, but few log shippers come with tolerations for all of them. What their manifests say is what you get: whose logs are shipped is decided by a few lines of
  the pod template. The four manifests beside this file are in the shape of Fluent Bit, Filebeat, Vector and Promtail.

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

  Rule: Without tolerations, only ordinary nodes ship their logs
    # Authority: pkg/controller/daemon/daemon_controller.go NodeShouldRunDaemonPod; pkg/controller/daemon/util/daemonset_util.go AddOrUpdateDaemonPodTolerations

    Example: a cordoned node ships, reserved nodes do not
      When I run "oc apply -f bit-shipper.yaml"
      Then "bit-shipper" runs one pod on each of "worker-1", "worker-2" and "arm-1" and nowhere else

    Example: the counters speak of these nodes only
      When I run "oc apply -f bit-shipper.yaml"
      Then the status of "bit-shipper" is:
        | desired | current | ready | available | misscheduled |
        | 3       | 3       | 3     | 3         | 0            |

  Rule: Each toleration opens the nodes that it names, and no others
    # Authority: staging/src/k8s.io/api/core/v1/toleration.go ToleratesTaint

    Scenario Outline: <shipper>, on <what> besides the ordinary nodes
      When I run "oc apply -f <shipper>.yaml"
      Then "<shipper>" runs one pod on each of "worker-1", "worker-2", "arm-1" and "<node>" and nowhere else

      Examples:
        | shipper          | what              | node      |
        | beat-shipper     | the control plane | control-1 |
        | tail-shipper     | the control plane | control-1 |
        | pipeline-shipper | infrastructure    | infra-1   |

  Rule: A node that is not ready has no shipper yet
    # Authority: pkg/controller/nodelifecycle/node_lifecycle_controller.go doNoScheduleTaintingPass; pkg/controller/daemon/util/daemonset_util.go AddOrUpdateDaemonPodTolerations
    The daemon set tolerates by itself that a node with its pod turns not ready. It does not tolerate that a node begins so.

    Example: a machine joins without a network
      Given I run "oc apply -f bit-shipper.yaml"
      When node "worker-3" joins not ready
      Then "worker-3" never had a pod of "bit-shipper"

    Example: the machine turns ready
      Given I run "oc apply -f bit-shipper.yaml"
      And node "worker-3" joins not ready
      When node "worker-3" turns ready
      Then "bit-shipper" runs one pod on each of "worker-1", "worker-2", "worker-3" and "arm-1" and nowhere else

    Example: a node that has its pod turns not ready, and keeps it
      Given I run "oc apply -f bit-shipper.yaml"
      When node "worker-1" turns not ready
      Then the pod of "bit-shipper" on "worker-1" was not replaced

  @I26 @needs-security-context-constraints
  Rule: On OpenShift, a shipper that only reads files needs no more than a constraint for that
    # Authority: openshift/apiserver-library-go pkg/securitycontextconstraints/sccmatching/provider.go ValidatePodSecurityContext; openshift/kubernetes openshift-kube-apiserver/admission/namespaceconditions/decorator.go WithNamespaceLabelConditions

    Background:
      Given OpenShift's security context constraints

    Example: with what every cluster has, no logs are shipped
      When I run "oc apply -f bit-shipper.yaml"
      Then no pod of "bit-shipper" was ever created
      And the events of "bit-shipper" include:
        | type    | reason       | message                                                                                                                                                                              |
        | Warning | FailedCreate | Error creating: pods "bit-shipper-" is forbidden: unable to validate against any security context constraint: […provider restricted-v2: …hostPath volumes are not allowed to be used…] |

    @needs-long-waits
    Example: the constraint for host paths is enough
      Given I run "oc apply -f bit-shipper.yaml"
      When I run "oc adm policy add-scc-to-user hostmount-anyuid -z bit-shipper -n logging"
      Then "bit-shipper" runs one pod on each of "worker-1", "worker-2" and "arm-1" and nowhere else

    Example: the constraint for the network of the host is of no use to it
      Given I run "oc apply -f bit-shipper.yaml"
      When I run "oc adm policy add-scc-to-user hostnetwork-v2 -z bit-shipper -n logging"
      Then no pod of "bit-shipper" was ever created

    Example: a shipper in kube-system is asked for nothing, for that project is the platform's own
      When I run "oc apply -f beat-shipper.yaml"
      Then "beat-shipper" runs one pod on each of "worker-1", "worker-2", "arm-1" and "control-1" and nowhere else
