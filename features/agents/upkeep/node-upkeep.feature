Feature: Upkeep: agents that get nodes ready for their work

  Some agents find out what a machine can do, some set the knobs of its kernel, some pull what will be needed. The three manifests beside this file are in the shape of the
  node feature discovery, of OpenShift's node tuning, and of the many that pull images before they are needed.

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

  Rule: The kernel is tuned on every machine that runs Linux
    # Authority: staging/src/k8s.io/api/core/v1/toleration.go ToleratesTaint; pkg/controller/daemon/daemon_controller.go NodeShouldRunDaemonPod

    Example: also on a machine that is not ready yet
      Given I run "oc apply -f node-tuning.yaml"
      When node "worker-3" joins not ready
      Then "node-tuning" runs one pod on each of "control-1", "worker-1", "worker-2", "worker-3", "arm-1", "gpu-1" and "infra-1" and nowhere else

    Example: a profile that breaks the definition of its kind is refused
      Given I run "oc apply -f node-tuning.yaml"
      And the file "profile.yaml":
        """
        apiVersion: tuning.example.com/v1
        kind: TuningProfile
        metadata: {name: fast-network, namespace: node-tuning}
        spec: {priority: -1}
        """
      When I try to run "oc apply -f profile.yaml"
      Then it is refused:
        """
        The TuningProfile "fast-network" is invalid:
        * spec.priority: Invalid value: -1: spec.priority in body should be greater than or equal to 0
        * spec.profile: Required value
        """

  Rule: A toleration with a value lets in only where the taint has that value
    # Authority: staging/src/k8s.io/api/core/v1/toleration.go ToleratesTaint

    Background:
      Given I run "oc apply -f feature-discovery.yaml"

    @needs-long-waits
    Example: the taint has no value, so the machine with the most to discover is left out
      When 1 minute passes
      Then "feature-discovery" runs one pod on each of "worker-1", "worker-2" and "arm-1" and nowhere else

    Example: the taint is given the value
      When I run "oc adm taint nodes gpu-1 nvidia.com/gpu=present:NoSchedule --overwrite"
      Then "feature-discovery" runs one pod on each of "worker-1", "worker-2", "arm-1" and "gpu-1" and nowhere else

    Example: of two taints, one is not tolerated
      When I run "oc adm taint nodes infra-1 node-role.kubernetes.io/infra:NoExecute-"
      Then "feature-discovery" runs one pod on each of "worker-1", "worker-2", "arm-1" and "infra-1" and nowhere else

  Rule: With all pods allowed to be unavailable, an update replaces them at once
    # Authority: pkg/controller/daemon/update.go rollingUpdate; staging/src/k8s.io/api/apps/v1/types.go RollingUpdateDaemonSet

    @needs-steady-control-plane
    Example: three nodes pull the new images together
      Given I run "oc apply -f image-cache.yaml"
      When the daemon set "image-cache" is updated to version "3.11"
      Then up to 3 pods of "image-cache" were unavailable at the same time
      And all pods of "image-cache" run version "3.11"

  Rule: Without its service account, no pod is made
    # Authority: plugin/pkg/admission/serviceaccount/admission.go Admit

    Example: the account is deleted, and a node joins
      Given I run "oc apply -f image-cache.yaml"
      And I run "oc delete serviceaccount image-cache"
      When node "worker-3" joins
      Then "worker-3" never had a pod of "image-cache"
      And the events of "image-cache" include:
        | type    | reason       | message                                                                                                                                         |
        | Warning | FailedCreate | Error creating: pods "image-cache-" is forbidden: error looking up service account …/image-cache: serviceaccount "image-cache" not found |
