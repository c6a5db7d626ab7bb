Feature: Security agents: on the nodes that they guard, with the rights that they ask for

  Some guard every machine, some only the control plane, some reboot machines, some hand out identities. They read what no ordinary program may read. The four
  manifests beside this file are in the shape of Falco, of Kured, of a collector of audit logs and of the SPIRE agent.

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

  Rule: The audit log lies on the control plane, and so do the pods that read it
    # Authority: pkg/controller/daemon/daemon_controller.go NodeShouldRunDaemonPod

    Example: the label chooses the node, the toleration lets the pod in
      When I run "oc apply -f audit-collector.yaml"
      Then "audit-collector" runs one pod on "control-1" and nowhere else

    Example: a worker becomes part of the control plane
      Given I run "oc apply -f audit-collector.yaml"
      When node "worker-1" is labelled "node-role.kubernetes.io/control-plane="
      Then "audit-collector" runs one pod on each of "control-1" and "worker-1" and nowhere else

  Rule: Guards of the machines tolerate the control plane, and nothing else that is reserved
    # Authority: staging/src/k8s.io/api/core/v1/toleration.go ToleratesTaint

    Scenario Outline: "<agent>" on the control plane and the ordinary nodes
      When I run "oc apply -f <agent>.yaml"
      Then "<agent>" runs one pod on each of "control-1", "worker-1", "worker-2" and "arm-1" and nowhere else

      Examples:
        | agent              |
        | intrusion-detector |
        | reboot-daemon      |

    Example: identities are for those who run programs of others
      When I run "oc apply -f identity-agent.yaml"
      Then "identity-agent" runs one pod on each of "worker-1", "worker-2" and "arm-1" and nowhere else

  Rule: A toleration without an operator means a taint without a value
    # Authority: staging/src/k8s.io/api/core/v1/toleration.go ToleratesTaint
    It means "equal", and what is equal to nothing is nothing. With the operator Exists the value does not matter.

    Background:
      Given the nodes:
        | name      | labels                                 | taints                                                |
        | control-2 | node-role.kubernetes.io/control-plane= | node-role.kubernetes.io/control-plane=true:NoSchedule |

    Example: the reboot daemon is kept away by the value
      When I run "oc apply -f reboot-daemon.yaml"
      Then "reboot-daemon" runs one pod on each of "control-1", "worker-1", "worker-2" and "arm-1" and nowhere else

    Example: the collector of audit logs is not
      When I run "oc apply -f audit-collector.yaml"
      Then "audit-collector" runs one pod on each of "control-1" and "control-2" and nowhere else

  Rule: A daemon set may change one daemon set only, if its role says so
    # Authority: plugin/pkg/auth/authorizer/rbac/rbac.go RuleAllows; pkg/apis/rbac/v1/evaluation_helpers.go ResourceNameMatches
    The reboot daemon keeps its lock in an annotation of its own daemon set.

    Background:
      Given I run "oc apply -f reboot-daemon.yaml"

    Example: its own
      When I run "oc auth can-i patch daemonsets/reboot-daemon -n kube-system --as system:serviceaccount:kube-system:reboot-daemon"
      Then it prints:
        """
        yes
        """

    Example: another one
      When I try to run "oc auth can-i patch daemonsets/service-proxy -n kube-system --as system:serviceaccount:kube-system:reboot-daemon"
      Then it prints:
        """
        no
        """

  @I26 @needs-security-context-constraints
  Rule: On OpenShift, a constraint may be made for one agent
    # Authority: openshift/apiserver-library-go pkg/securitycontextconstraints/sccadmission/scc_authz_check.go allowedForType; openshift/apiserver-library-go pkg/securitycontextconstraints/sccmatching/provider.go ValidatePodSecurityContext

    Background:
      Given OpenShift's security context constraints
      And I run "oc apply -f audit-collector.yaml"

    Example: before, no pod is made
      When 1 minute passes
      Then no pod of "audit-collector" was ever created

    @needs-long-waits
    Example: the constraint names the service account and allows what it needs, no more
      When I run "oc apply -f audit-collector-constraint.yaml"
      Then it prints:
        """
        securitycontextconstraints.security.openshift.io/audit-collector created
        """
      And "audit-collector" runs one pod on "control-1" and nowhere else
      And the pod of "audit-collector" on "control-1" contains:
        """
        metadata: {annotations: {openshift.io/scc: audit-collector}}
        """
