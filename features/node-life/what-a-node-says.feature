Feature: What a node says of itself

  Every kubelet tells what its machine is, how much room it has, and how it fares. Manifests, schedulers and people rely on it, and nobody has to write it down.

  Rule: It reports its version, its system, and its room
    # Authority: pkg/kubelet/nodestatus/setters.go MachineInfo, VersionInfo; pkg/kubelet/kubelet_node_status.go initialNode

    Background:
      Given the node "east-1"

    Example: the version of the kubelet
      When I run "oc get nodes"
      Then it prints:
        """
        NAME     STATUS   ROLES    AGE   VERSION
        east-1   Ready    <none>   …     v1.36…
        """

    Example: system and architecture
      When I run "oc get node east-1 -o jsonpath={.status.nodeInfo.operatingSystem}/{.status.nodeInfo.architecture}"
      Then it prints:
        """
        linux/amd64
        """

    Example: room for what pods write, and large pages of memory
      When I run "oc get node east-1 -o jsonpath={.status.allocatable}"
      Then it prints:
        """
        …"ephemeral-storage":…"hugepages-2Mi":…
        """

  @needs-node-control
  Rule: It tells what it is short of
    # Authority: pkg/kubelet/nodestatus/setters.go DiskPressureCondition; pkg/controller/nodelifecycle/node_lifecycle_controller.go doNoScheduleTaintingPass

    Example: the condition, and the taint that follows
      Given the node "east-1"
      When node "east-1" comes under disk pressure
      And I run "oc describe node east-1"
      Then it prints, among other lines:
        """
        Taints:             node.kubernetes.io/disk-pressure:NoSchedule
          DiskPressure         True    …   KubeletHasDiskPressure       kubelet has disk pressure
        """
