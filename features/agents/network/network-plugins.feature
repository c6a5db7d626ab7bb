Feature: Network plugins run wherever pods are to run

  Without its network plugin a node runs no other pods. So the plugins go everywhere: onto reserved nodes, onto cordoned nodes, and onto nodes that are not
  ready, for it is they that make them ready. The five manifests beside this file are in the shape of Flannel, Calico, Cilium, Multus and kube-proxy. Each has its
  own service account, roles and configuration, and some bring kinds of their own.

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

  Rule: Who tolerates every taint runs on every Linux node, reserved or cordoned
    # Authority: staging/src/k8s.io/api/core/v1/toleration.go ToleratesTaint; pkg/controller/daemon/daemon_controller.go NodeShouldRunDaemonPod

    Scenario Outline: <plugin>, on all of Linux and not on Windows
      When I run "oc apply -f <plugin>.yaml"
      Then "<plugin>" runs one pod on each of "control-1", "worker-1", "worker-2", "arm-1", "gpu-1" and "infra-1" and nowhere else
      And "windows-1" never had a pod of "<plugin>"

      Examples:
        | plugin         |
        | policy-network |
        | kernel-network |
        | service-proxy  |

    Example: everything that stands beside the daemon set is created, in the order of the file
      When I run "oc apply -f policy-network.yaml"
      Then it prints:
        """
        poddisruptionbudget.policy/policy-network-controllers created
        serviceaccount/policy-network-controllers created
        serviceaccount/policy-network-node created
        configmap/policy-network created
        customresourcedefinition.apiextensions.k8s.io/addresspools.policy-network.example.com created
        clusterrole.rbac.authorization.k8s.io/policy-network-node created
        clusterrolebinding.rbac.authorization.k8s.io/policy-network-node created
        daemonset.apps/policy-network created
        deployment.apps/policy-network-controllers created
        """

  Rule: Who tolerates only NoSchedule stays away from a node that evicts
    # Authority: staging/src/k8s.io/api/core/v1/toleration.go ToleratesTaint; pkg/controller/daemon/daemon_controller.go predicates

    Example: the node with both taints gets no overlay network
      When I run "oc apply -f overlay-network.yaml"
      Then "overlay-network" runs one pod on each of "control-1", "worker-1", "worker-2", "arm-1" and "gpu-1" and nowhere else
      And "infra-1" never had a pod of "overlay-network"

    Example: the evicting taint is taken away
      Given I run "oc apply -f overlay-network.yaml"
      When I run "oc adm taint nodes infra-1 node-role.kubernetes.io/infra:NoExecute-"
      Then "overlay-network" runs one pod on each of "control-1", "worker-1", "worker-2", "arm-1", "gpu-1" and "infra-1" and nowhere else

  Rule: A node that is not ready yet gets the plugin that makes it ready
    # Authority: pkg/controller/nodelifecycle/node_lifecycle_controller.go doNoScheduleTaintingPass; staging/src/k8s.io/api/core/v1/toleration.go ToleratesTaint

    Example: a machine joins without a network
      Given I run "oc apply -f policy-network.yaml"
      When node "worker-3" joins not ready
      Then "policy-network" runs one pod on "worker-3"

  Rule: A resource cannot come in the same command as the kind that it is of
    # Authority: staging/src/k8s.io/cli-runtime/pkg/resource/mapper.go infoForData; staging/src/k8s.io/cli-runtime/pkg/resource/visitor.go EagerVisitorList
    The command looks up the kinds of all resources before it creates the first. It goes on with those that it knows.

    Example: the first time, all but the resource is created
      When I try to run "oc apply -f extra-networks.yaml"
      Then it is refused:
        """
        error: resource mapping not found for name: "storage-lan" namespace: "kube-system" from "extra-networks.yaml": no matches for kind "ExtraNetwork" in version "networks.example.com/v1"
        ensure CRDs are installed first
        """
      And "extra-networks" runs one pod on each of "control-1", "worker-1", "worker-2", "arm-1", "gpu-1" and "infra-1" and nowhere else

    Example: the second time, the resource is created
      Given I try to run "oc apply -f extra-networks.yaml"
      And it is refused:
        """
        error: resource mapping not found for name: "storage-lan" …
        """
      When I run "oc apply -f extra-networks.yaml"
      Then it prints, among other lines:
        """
        extranetwork.networks.example.com/storage-lan created
        daemonset.apps/extra-networks unchanged
        """

  Rule: A plugin takes its port from a pod that matters less
    # Authority: pkg/scheduler/framework/plugins/nodeports/node_ports.go Filter; pkg/scheduler/framework/plugins/defaultpreemption/default_preemption.go SelectVictimsOnNode

    Example: somebody has listened there before the network came
      Given the daemon set "port-holder" with:
        | host port | 4244 |
      When I run "oc apply -f kernel-network.yaml"
      Then "kernel-network" runs one pod on every node labelled "kubernetes.io/os=linux"
      And the pods of "port-holder" for "worker-1", "worker-2" and "arm-1" are pending
