Feature: NoSchedule keeps pods from coming, it sends none away

  `NoSchedule` is a sign at the door: nobody else comes in. Pods that run on the node stay, daemon pods too, for days and weeks. But the
  moment such a pod is deleted it counts as a newcomer, and does not come back until the taint is taken off.

  Background:
    Given the nodes "east-1" and "gpu-node-1"

  @I06
  Rule: A daemon pod that runs stays

    @needs-virtual-time
    Example: a day later it still runs
      Given the daemon set "log-agent"
      And node "gpu-node-1" is tainted "team=ml:NoSchedule"
      When 24 hours pass
      Then the pod of "log-agent" on "gpu-node-1" was never replaced

    Example: an ordinary pod stays as well
      Given the pod "training-job" that asked for "kubernetes.io/hostname=gpu-node-1" and runs on "gpu-node-1"
      When node "gpu-node-1" is tainted "team=ml:NoSchedule"
      Then the pod "training-job" was never asked to leave

    Example: a deleted daemon pod is not replaced
      Given the daemon set "log-agent"
      And node "gpu-node-1" is tainted "team=ml:NoSchedule"
      When the pod of "log-agent" on "gpu-node-1" is deleted
      Then "log-agent" runs one pod on "east-1" and nowhere else
      And no pod of "log-agent" was created since

  @I07
  Rule: The pod comes when the taint goes

    Example: a node that was tainted from the beginning
      Given node "gpu-node-1" is tainted "team=ml:NoSchedule"
      And the daemon set "log-agent"
      When the taint "team=ml:NoSchedule" is removed from node "gpu-node-1"
      Then "log-agent" runs one pod on each of "east-1" and "gpu-node-1" and nowhere else
      And the pod of "log-agent" on "east-1" was not replaced

    Example: a node that lost its pod meanwhile
      Given the daemon set "log-agent"
      And node "gpu-node-1" is tainted "team=ml:NoSchedule"
      And the pod of "log-agent" on "gpu-node-1" is deleted
      When I run "oc adm taint node gpu-node-1 team-"
      Then "log-agent" runs one pod on each of "east-1" and "gpu-node-1" and nowhere else

    Example: a pod that never left is not replaced either
      Given the daemon set "log-agent"
      And node "gpu-node-1" is tainted "team=ml:NoSchedule"
      When the taint "team=ml:NoSchedule" is removed from node "gpu-node-1"
      Then the pods of "log-agent" on "east-1" and "gpu-node-1" were not replaced

    Example: a second taint still keeps it away
      Given node "gpu-node-1" is tainted "team=ml:NoSchedule"
      And node "gpu-node-1" is tainted "maintenance:NoSchedule"
      And the daemon set "log-agent"
      When the taint "team=ml:NoSchedule" is removed from node "gpu-node-1"
      Then "gpu-node-1" never had a pod of "log-agent"

  Rule: PreferNoSchedule is only a wish, and daemon sets do not mind it

    Example: a new daemon set goes there
      Given node "gpu-node-1" is tainted "team=ml:PreferNoSchedule"
      When the daemon set "log-agent" is created
      Then "log-agent" runs one pod on each of "east-1" and "gpu-node-1" and nowhere else
      And the status of "log-agent" is:
        | desired | ready | misscheduled |
        | 2       | 2     | 0            |

    Example: a pod that runs there stays, and would come again
      Given the daemon set "log-agent"
      And node "gpu-node-1" is tainted "team=ml:PreferNoSchedule"
      When the pod of "log-agent" on "gpu-node-1" is deleted
      Then "log-agent" runs one pod on each of "east-1" and "gpu-node-1" and nowhere else
