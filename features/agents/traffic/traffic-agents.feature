Feature: Traffic: what listens on the nodes themselves

  Names are looked up, web requests come in and addresses are announced on the nodes themselves, so these agents take ports of the machine. One node has each port once. The three
  manifests beside this file are in the shape of NodeLocal DNSCache, of the ingress controllers of NGINX and HAProxy on bare metal, and of MetalLB's speaker.

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

  Rule: Every Linux node looks names up for its own pods
    # Authority: staging/src/k8s.io/api/core/v1/toleration.go ToleratesTaint; pkg/controller/daemon/daemon_controller.go NodeShouldRunDaemonPod

    Example: a cache on each of them
      When I run "oc apply -f dns-cache.yaml"
      Then "dns-cache" runs one pod on each of "control-1", "worker-1", "worker-2", "arm-1", "gpu-1" and "infra-1" and nowhere else

  Rule: Web requests come in where nodes have been set apart for them
    # Authority: pkg/controller/daemon/daemon_controller.go NodeShouldRunDaemonPod

    Example: the label chooses the node, the toleration opens it
      When I run "oc apply -f web-ingress.yaml"
      Then "web-ingress" runs one pod on "infra-1" and nowhere else

    Example: an ordinary node is made one for infrastructure
      Given I run "oc apply -f web-ingress.yaml"
      When node "worker-1" is labelled "node-role.kubernetes.io/infra="
      Then "web-ingress" runs one pod on each of "infra-1" and "worker-1" and nowhere else

    Example: what an ingress controller brings along, in the order of the file
      When I run "oc apply -f web-ingress.yaml"
      Then it prints:
        """
        namespace/web-ingress created
        serviceaccount/web-ingress created
        role.rbac.authorization.k8s.io/web-ingress created
        clusterrole.rbac.authorization.k8s.io/web-ingress created
        rolebinding.rbac.authorization.k8s.io/web-ingress created
        clusterrolebinding.rbac.authorization.k8s.io/web-ingress created
        configmap/web-ingress created
        service/web-ingress-admission created
        daemonset.apps/web-ingress created
        ingressclass.networking.k8s.io/web created
        networkpolicy.networking.k8s.io/web-ingress-admission created
        validatingwebhookconfiguration.admissionregistration.k8s.io/web-ingress-admission created
        """

  Rule: A node has port 443 once
    # Authority: pkg/scheduler/framework/plugins/nodeports/node_ports.go Filter

    Example: a second ingress waits for the node of the first
      Given I run "oc apply -f web-ingress.yaml"
      And the daemon set "old-ingress" for nodes where:
        | label                         | operator | values |
        | node-role.kubernetes.io/infra | Exists   |        |
      When I run:
        """
        oc patch daemonset old-ingress -p '{"spec": {"template": {"spec": {"tolerations": [{"operator": "Exists"}], "containers": [{"name": "old-ingress", "ports": [{"containerPort": 443, "hostPort": 443}]}]}}}}'
        """
      Then the pod of "old-ingress" for "infra-1" is pending
      And the pod of "web-ingress" on "infra-1" was not replaced

  Rule: An update with a host port lets the old pod go first
    # Authority: pkg/controller/daemon/update.go rollingUpdate

    Example: for a moment nobody takes the web requests
      Given I run "oc apply -f web-ingress.yaml"
      When I run "oc set image daemonset/web-ingress web-ingress=registry.example.com/traffic/web-ingress:v1.12.4 -n web-ingress"
      Then the new pod of "web-ingress" on "infra-1" came only when the old one was gone

  Rule: Addresses are announced by the control plane and the ordinary nodes
    # Authority: staging/src/k8s.io/api/core/v1/toleration.go ToleratesTaint

    Example: the pool in the same file is refused at first, and the speakers run
      When I try to run "oc apply -f address-speaker.yaml"
      Then it is refused:
        """
        error: resource mapping not found for name: "office" namespace: "addresses" from "address-speaker.yaml": no matches for kind "ServicePool" in version "addresses.example.com/v1beta1"
        ensure CRDs are installed first
        """
      And "address-speaker" runs one pod on each of "control-1", "worker-1", "worker-2" and "arm-1" and nowhere else

  @I26 @needs-security-context-constraints
  Rule: On OpenShift, ports of the host are a right as well
    # Authority: openshift/apiserver-library-go pkg/securitycontextconstraints/sccmatching/provider.go ValidateContainerSecurityContext

    Background:
      Given OpenShift's security context constraints
      And I run "oc apply -f web-ingress.yaml"

    Example: with what every cluster has, nobody listens
      When 1 minute passes
      Then no pod of "web-ingress" was ever created
      And the events of "web-ingress" include:
        | type    | reason       | message                                                                                                                                                                            |
        | Warning | FailedCreate | Error creating: pods "web-ingress-" is forbidden: unable to validate against any security context constraint: […provider restricted-v2: …Host ports are not allowed to be used…] |

    @needs-long-waits
    Example: the service account may use the constraint "privileged"
      When I run "oc adm policy add-scc-to-user privileged -z web-ingress -n web-ingress"
      Then "web-ingress" runs one pod on "infra-1" and nowhere else
