@D05
Feature: What daemon sets are used for: logs, monitoring, storage

  The three classic uses, each with a manifest of the kind that people deploy on plain Kubernetes: service account, permissions,
  configuration and all. You find the files in `features/manifests/`; copy one and make it yours. On OpenShift none of the three
  starts like this: their pods want the host's paths, network or privileges. A cluster administrator must first allow their
  service accounts a *security context constraint* that grants these.

  Background:
    Given the nodes:
      | name      | labels                                 | taints                                           |
      | control-1 | node-role.kubernetes.io/control-plane= | node-role.kubernetes.io/control-plane:NoSchedule |
      | east-1    | storage=local                          |                                                  |
      | east-2    | storage=none                           |                                                  |

  Rule: A log shipper runs on every node that takes ordinary work
    # Authority: pkg/controller/daemon/daemon_controller.go NodeShouldRunDaemonPod; documentation: DaemonSet

    Example: everything in the file is created, and the workers ship logs
      When I run "oc apply -f features/manifests/log-shipper.yaml"
      Then it prints:
        """
        namespace/logging created
        serviceaccount/log-shipper created
        clusterrole.rbac.authorization.k8s.io/log-shipper created
        clusterrolebinding.rbac.authorization.k8s.io/log-shipper created
        configmap/log-shipper created
        daemonset.apps/log-shipper created
        """
      And "log-shipper" runs one pod on each of "east-1" and "east-2" and nowhere else
      And "control-1" never had a pod of "log-shipper"

  Rule: A monitoring agent that tolerates every taint runs on all nodes, those reserved for the control plane included
    # Authority: staging/src/k8s.io/api/core/v1/toleration.go ToleratesTaint; documentation: DaemonSet

    Example: it is everywhere, and looks at the machine itself
      When I run "oc apply -f features/manifests/node-metrics.yaml"
      Then "node-metrics" runs one pod on each of "control-1", "east-1" and "east-2" and nowhere else
      And the pod of "node-metrics" on "control-1" contains:
        """
        spec:
          hostNetwork: true
          hostPID: true
        """

  Rule: A storage plugin runs where there is storage to attach
    # Authority: pkg/controller/daemon/daemon_controller.go predicates; documentation: DaemonSet

    Example: a privileged plugin with its registrar beside it
      When I run "oc create -f features/manifests/local-disk-csi.yaml"
      Then "local-disk-csi" runs one pod on "east-1" and nowhere else
      And the pod of "local-disk-csi" on "east-1" contains:
        """
        spec:
          priorityClassName: system-node-critical
          containers:
            - name: driver
              securityContext: {privileged: true}
            - name: node-driver-registrar
            - name: liveness-probe
        """

    Example: a node that is given its first disk
      Given I run "oc create -f features/manifests/local-disk-csi.yaml"
      When node "east-2" is labelled "storage=local"
      Then "local-disk-csi" runs one pod on each of "east-1" and "east-2" and nowhere else
