@D16
Feature: The node selector says which nodes get a pod

  `nodeSelector` in the pod template names labels and their values. A node must carry **all** of them, exactly so, to get a
  pod. The chapter's sample asks for `role: worker`. Mind that this is not the mark OpenShift itself puts on worker
  nodes: a cluster fresh from the installer has no node that fits the sample.

  Rule: A node must carry the label with that value
    # Authority: staging/src/k8s.io/component-helpers/scheduling/corev1/nodeaffinity/nodeaffinity.go GetRequiredNodeAffinity; pkg/controller/daemon/daemon_controller.go NodeShouldRunDaemonPod

    Example: only matching nodes get a pod
      Given the nodes:
        | name   | labels      |
        | east-1 | role=worker |
        | east-2 | role=infra  |
        | east-3 |             |
      When the daemon set "log-agent" is created for nodes labelled "role=worker"
      Then "log-agent" runs one pod on "east-1" and nowhere else
      And "east-2" and "east-3" never had a pod of "log-agent"

    Example: of two labels one is not enough
      Given the nodes:
        | name   | labels                |
        | east-1 | role=worker, disk=ssd |
        | east-2 | role=worker           |
        | east-3 | disk=ssd              |
      When the daemon set "cache" is created for nodes labelled "role=worker,disk=ssd"
      Then "cache" runs one pod on "east-1" and nowhere else
      And "east-2" and "east-3" never had a pod of "cache"

    Example: the usual mark of worker nodes is another label
      Given the nodes:
        | name   | labels                          |
        | east-1 | node-role.kubernetes.io/worker= |
      When the daemon set "log-agent" is created for nodes labelled "role=worker"
      Then no pod of "log-agent" was ever created

  Rule: Without a node selector labels keep no node out, unless an affinity or the project asks for them
    # Authority: pkg/controller/daemon/daemon_controller.go NodeShouldRunDaemonPod
    A taint that the pods do not tolerate keeps a node out all the same.

    Example: whatever its labels, a node gets a pod
      Given the nodes:
        | name   | labels      |
        | east-1 | role=worker |
        | east-2 | role=infra  |
        | east-3 |             |
      When the daemon set "log-agent" is created
      Then "log-agent" runs one pod on each of "east-1", "east-2" and "east-3" and nowhere else

    Example: a taint is not a label, and keeps a node out
      Given the nodes:
        | name   | labels      | taints                  |
        | east-1 | role=worker |                         |
        | east-2 | role=infra  | maintenance:NoSchedule |
      When the daemon set "log-agent" is created
      Then "log-agent" runs one pod on "east-1" and nowhere else
      And "east-2" never had a pod of "log-agent"
