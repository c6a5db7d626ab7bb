Feature: Agents for graphics processors run where the processors are

  A machine with graphics processors needs a driver, somebody who tells the kubelet how many there are, and somebody who measures them. All three find their node by its label. The
  four manifests beside this file are in the shape of NVIDIA's device plugin, its exporter, its driver container, and a burn-in test.

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

  Rule: A label says where the processors are, and a toleration lets the agents in
    # Authority: pkg/controller/daemon/daemon_controller.go NodeShouldRunDaemonPod; staging/src/k8s.io/component-helpers/scheduling/corev1/nodeaffinity/nodeaffinity.go GetRequiredNodeAffinity

    @needs-long-waits
    Scenario Outline: "<agent>" on the one node that has them
      When I run "oc apply -f <agent>.yaml"
      Then "<agent>" runs one pod on "gpu-1" and nowhere else

      Examples:
        | agent             |
        | gpu-device-plugin |
        | gpu-metrics       |
        | gpu-driver        |

    Example: one of two labels is enough for the device plugin
      Given I run "oc apply -f gpu-device-plugin.yaml"
      When node "worker-1" is labelled "feature.node.kubernetes.io/pci-10de.present=true"
      Then "gpu-device-plugin" runs one pod on each of "gpu-1" and "worker-1" and nowhere else

    Example: the three share a project, so the second file finds it there
      Given I run "oc apply -f gpu-device-plugin.yaml"
      When I run "oc apply -f gpu-metrics.yaml"
      Then it prints:
        """
        namespace/gpu-operator unchanged
        serviceaccount/gpu-metrics created
        role.rbac.authorization.k8s.io/gpu-metrics-config created
        rolebinding.rbac.authorization.k8s.io/gpu-metrics-config created
        configmap/gpu-metrics-config created
        service/gpu-metrics created
        daemonset.apps/gpu-metrics created
        """

  Rule: The driver is for one kind of machine, the exporter for any
    # Authority: staging/src/k8s.io/component-helpers/scheduling/corev1/nodeaffinity/nodeaffinity.go GetRequiredNodeAffinity

    Background:
      Given node "arm-1" is labelled "nvidia.com/gpu.present=true"

    @needs-long-waits
    Example: no driver on the ARM machine
      When I run "oc apply -f gpu-driver.yaml"
      Then "gpu-driver" runs one pod on "gpu-1" and nowhere else

    Example: but an exporter
      When I run "oc apply -f gpu-metrics.yaml"
      Then "gpu-metrics" runs one pod on each of "arm-1" and "gpu-1" and nowhere else

  Rule: Who asks for processors needs a node that has so many to give
    # Authority: pkg/scheduler/framework/plugins/noderesources/fit.go fitsRequest
    The daemon set looks at labels and taints only. What a node lacks is the scheduler's affair, and the pod waits.

    Example: two of four
      When I run "oc apply -f gpu-burn-in.yaml"
      Then "gpu-burn-in" runs one pod on "gpu-1" and nowhere else

    @needs-steady-control-plane
    Example: a node with the label whose processors nobody has reported yet
      Given node "worker-1" is labelled "nvidia.com/gpu.present=true"
      When I run "oc apply -f gpu-burn-in.yaml"
      Then "gpu-burn-in" runs one pod on "gpu-1"
      But the pod of "gpu-burn-in" for "worker-1" is pending
      And the events of "gpu-burn-in" include:
        | type    | reason           | from              | message                                                                                                                                                                 |
        | Warning | FailedScheduling | default-scheduler | 0/7 nodes are available: 1 Insufficient nvidia.com/gpu, 6 node(s) didn't satisfy plugin(s) [NodeAffinity]. no new claims to deallocate, preemption: not eligible due to preemptionPolicy=Never. |

    Example: a node with one, where two are asked for
      Given the nodes:
        | name  | labels                      | nvidia.com/gpu |
        | gpu-2 | nvidia.com/gpu.present=true | 1              |
      When I run "oc apply -f gpu-burn-in.yaml"
      Then "gpu-burn-in" runs one pod on "gpu-1"
      But the pod of "gpu-burn-in" for "gpu-2" is pending

  Rule: A new driver comes onto a node only when somebody deletes the old one's pod
    # Authority: pkg/controller/daemon/daemon_controller.go updateDaemonSet; documentation: Perform a Rolling Update on a DaemonSet

    Background:
      Given I run "oc apply -f gpu-driver.yaml"
      And I run "oc set image daemonset/gpu-driver gpu-driver=registry.example.com/gpu/gpu-driver:575.57.08 -n gpu-operator"

    @needs-long-waits
    Example: those who compute are left alone
      When 24 hours pass
      Then the pod of "gpu-driver" on "gpu-1" runs version "570.148.08"

    @needs-long-waits
    Example: the pod is deleted
      When the pod of "gpu-driver" on "gpu-1" is deleted
      Then the pod of "gpu-driver" on "gpu-1" runs version "575.57.08"

  Rule: Without its runtime class, no pod is made
    # Authority: plugin/pkg/admission/runtimeclass/admission.go prepareObjects

    Example: the class is deleted, and a second machine with processors joins
      Given I run "oc apply -f gpu-device-plugin.yaml"
      And I run "oc delete runtimeclass nvidia"
      When node "gpu-2" joins, labelled "nvidia.com/gpu.present=true"
      Then "gpu-device-plugin" runs one pod on "gpu-1" and nowhere else
      And the events of "gpu-device-plugin" include:
        | type    | reason       | message                                                                                                                  |
        | Warning | FailedCreate | Error creating: pods "gpu-device-plugin-" is forbidden: pod rejected: RuntimeClass "nvidia" not found |

  @I26 @needs-security-context-constraints
  Rule: On OpenShift, each of the agents needs a right of its own
    # Authority: openshift/apiserver-library-go pkg/securitycontextconstraints/sccadmission/scc_authz_check.go allowedForType

    Background:
      Given OpenShift's security context constraints

    @needs-long-waits
    Example: the driver brings its right along
      When I run "oc apply -f gpu-driver.yaml"
      Then "gpu-driver" runs one pod on "gpu-1" and nowhere else

    @needs-long-waits
    Example: the exporter of the same project does not profit from that
      Given I run "oc apply -f gpu-driver.yaml"
      When I run "oc apply -f gpu-metrics.yaml"
      Then no pod of "gpu-metrics" was ever created
