Feature: Two daemon sets with one selector

  Nothing forbids two daemon sets that look for the same labels. As long as both are there they do not fight: a pod belongs
  to the one that made it, and the other leaves it alone. But a pod without a controller is taken by whichever of them comes
  first, so such a pair holds a surprise for the day on which one of them is deleted.

  Background:
    Given the node "east-1"
    And the daemon set "log-agent" with:
      | labels | app=logging |

  Rule: Each keeps to the pods that it made
    # Authority: pkg/controller/controller_ref_manager.go ClaimObject; recording two-sets-one-selector

    Example: both run their pod on the node
      When the daemon set "log-shipper" is created with:
        | labels | app=logging |
      Then "log-agent" runs one pod on "east-1" and nowhere else
      And "log-shipper" runs one pod on "east-1" and nowhere else
      And the pod of "log-agent" on "east-1" was not replaced

    @needs-long-waits
    Example: a day later each still has the same pod
      Given the daemon set "log-shipper" with:
        | labels | app=logging |
      When 24 hours pass
      Then the pod of "log-agent" on "east-1" was not replaced
      And the pod of "log-shipper" on "east-1" was not replaced

    Example: a deleted pod is created again by its own daemon set
      Given the daemon set "log-shipper" with:
        | labels | app=logging |
      When the pod of "log-agent" on "east-1" is deleted
      Then the pod of "log-agent" on "east-1" was replaced
      And the pod of "log-shipper" on "east-1" was not replaced

  Rule: Deleted with its pods, one does not concern the other
    # Authority: pkg/controller/garbagecollector/garbagecollector.go attemptToDeleteItem

    Example: one goes, the other stays as it is
      Given the daemon set "log-shipper" with:
        | labels | app=logging |
      When the daemon set "log-agent" is deleted
      Then no pod of "log-agent" is left
      And the pod of "log-shipper" on "east-1" was not replaced

  Rule: Orphans of the one are taken over by the other, and the oldest pod stays
    # Authority: pkg/controller/daemon/daemon_controller.go podsShouldBeOnNode, podByCreationTimestampAndPhase

    Example: the younger daemon set gives up its own pod for the older orphan
      Given the daemon set "log-shipper" with:
        | labels | app=logging |
      When the daemon set "log-agent" is deleted with "--cascade=orphan"
      Then "log-shipper" runs one pod on "east-1" and nowhere else
      And of the pods of "log-shipper" on "east-1" only the oldest is left

    Example: the older daemon set keeps its own, and the orphan goes
      Given the daemon set "log-shipper" with:
        | labels | app=logging |
      When the daemon set "log-shipper" is deleted with "--cascade=orphan"
      Then no pod of "log-shipper" is left
      And of the pods of "log-agent" on "east-1" only the oldest is left
