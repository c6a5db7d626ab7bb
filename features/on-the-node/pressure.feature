@I21 @needs-node-control
Feature: A node that is short of something turns daemon pods away

  A disk that runs full is the usual way for a node to get into trouble, and daemon pods that write logs are often the cause. The node's own agent, the *kubelet*,
  reports what is short, refuses new pods, and **evicts** pods that run, one after the other. The daemon set sees a failed pod and makes the next one; the scheduler sends it
  there, because daemon pods tolerate the mark; and the kubelet refuses it. What helps is room on the disk, or a priority class of the system.

  Background:
    Given the node "east-1"

  Rule: Under disk or PID pressure a daemon pod is refused, again and again
    # Authority: pkg/kubelet/eviction/eviction_manager.go Admit; pkg/controller/daemon/daemon_controller.go podsShouldBeOnNode; kubernetes#63005; kubernetes#94245

    @needs-long-waits @needs-steady-control-plane
    Scenario Outline: under <what> pressure
      Given node "east-1" reports "<what> pressure"
      And the daemon set "log-agent"
      When 2 minutes pass
      Then every pod of "log-agent" on "east-1" failed with the reason "Evicted"
      And the pod of "log-agent" on "east-1" was created again at least 4 times, less and less often

      Examples:
        | what |
        | disk |
        | PID  |

    Example: the daemon set wants it there all the same
      Given node "east-1" reports "disk pressure"
      When the daemon set "log-agent" is created
      Then the status of "log-agent" is:
        | desired | ready | misscheduled |
        | 1       | 0     | 0            |

    Example: an event of the pod tells why
      Given node "east-1" reports "disk pressure"
      When the daemon set "log-agent" is created
      Then the events of "log-agent" include:
        | type    | reason  | from    | message                                  |
        | Warning | Evicted | kubelet | The node had condition: [DiskPressure].… |

  Rule: Where only memory is short, a daemon pod is let in
    # Authority: pkg/kubelet/eviction/eviction_manager.go Admit
    Of pods that ask for no resources only those are, that tolerate the mark of memory pressure. Daemon pods do.

    Example: a daemon pod runs
      Given node "east-1" reports "memory pressure"
      When the daemon set "log-agent" is created
      Then "log-agent" runs one pod on "east-1"

    Example: an ordinary pod that was bound by hand is refused
      Given node "east-1" reports "memory pressure"
      And the file "job.yaml":
        """
        apiVersion: v1
        kind: Pod
        metadata: {name: report-job}
        spec:
          nodeName: east-1
          containers: [{name: report, image: registry.example.com/report:1.0}]
        """
      When I run "oc create -f job.yaml"
      Then the pod "report-job" is listed as Evicted

  Rule: A daemon pod of a system priority is let in, and stays
    # Authority: pkg/kubelet/types/pod_update.go IsCriticalPod; pkg/kubelet/eviction/eviction_manager.go Admit, evictPod

    Example: it comes to a node whose disk is full
      Given node "east-1" comes under disk pressure
      When the daemon set "node-csi" is created with:
        | priority class | system-node-critical |
      Then "node-csi" runs one pod on "east-1"

    @needs-long-waits
    Example: it is not evicted
      Given the daemon set "node-csi" with:
        | priority class | system-node-critical |
      And node "east-1" comes under disk pressure
      When 10 minutes pass
      Then the pod of "node-csi" on "east-1" was never replaced

  Rule: Pods that run are evicted one by one, those that matter least first
    # Authority: pkg/kubelet/eviction/eviction_manager.go synchronize; pkg/kubelet/eviction/helpers.go rankDiskPressureFunc
    One pod goes every ten seconds, as long as it is short. Of two that matter the same, one that asked for storage is spared for longer.

    Example: the daemon pod goes, and its successor is refused
      Given the daemon set "log-agent"
      When node "east-1" comes under disk pressure
      Then the pod of "log-agent" on "east-1" was replaced
      But the status of "log-agent" is:
        | desired | ready |
        | 1       | 0     |

    @needs-long-waits
    Example: a shortage that is over at once costs only the less important pod
      Given the priority class "important" with value 1000
      And the daemon set "log-agent" with:
        | priority class | important |
      And the pod "report-job"
      And node "east-1" comes under disk pressure
      When at once node "east-1" is no longer under disk pressure
      Then the pod "report-job" is listed as Error
      But the pod of "log-agent" on "east-1" was not replaced

  @needs-long-waits
  Rule: Five minutes after there is room again, pods are let in
    # Authority: pkg/kubelet/eviction/eviction_manager.go synchronize; pkg/kubelet/eviction/helpers.go nodeConditionsObservedSince

    Example: the daemon pod comes back by itself
      Given the daemon set "log-agent"
      And node "east-1" comes under disk pressure
      When node "east-1" is no longer under disk pressure
      Then "log-agent" runs one pod on "east-1" and nowhere else
