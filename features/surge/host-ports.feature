@I04
Feature: Surge and host ports do not go together

  A pod can ask for a port of its node, and of the pods that ask for the same port, with the same protocol and on the same
  address, a node can have only one. (Who names no address asks for all of them.) With surge the new pod is to run beside the
  old one, which holds the port until the new one is available. Neither gives way. The API server sees no harm in such a daemon
  set; an update that keeps the port then waits until something befalls the old pod.

  Background:
    Given the node "east-1"

  Rule: The daemon set is accepted, and runs until its first update
    # Authority: pkg/apis/apps/validation/validation.go ValidateRollingUpdateDaemonSet; kubernetes#106417

    Example: nobody objects
      When the daemon set "node-metrics" is created with:
        | host port       | 9100 |
        | max unavailable | 0    |
        | max surge       | 1    |
      Then "node-metrics" runs one pod on "east-1"

  Rule: The new pod does not fit while the old one holds the port
    # Authority: pkg/scheduler/framework/plugins/nodeports/node_ports.go Filter; pkg/controller/daemon/daemon_controller.go podsShouldBeOnNode; measured

    Background:
      Given the daemon set "node-metrics" with:
        | host port       | 9100 |
        | max unavailable | 0    |
        | max surge       | 1    |

    @needs-steady-control-plane
    Example: it waits for a port that the old pod holds
      When the daemon set "node-metrics" is updated to version "v2"
      Then a new pod of "node-metrics" waits beside the old one on "east-1"
      And the events of "node-metrics" include:
        | type    | reason           | from              | message                                                                                  |
        | Warning | FailedScheduling | default-scheduler | 0/1 nodes are available: 1 node(s) didn't have free ports for the requested pod ports. … |

    @needs-long-waits
    Example: a day later it still waits
      Given the daemon set "node-metrics" is updated to version "v2"
      When 24 hours pass
      Then a new pod of "node-metrics" waits beside the old one on "east-1"
      And every node had an available pod of "node-metrics" all the time

    Example: the way out is an update with a gap
      Given the daemon set "node-metrics" is updated to version "v2"
      When I run:
        """
        oc patch daemonset node-metrics -p '{"spec": {"updateStrategy": {"rollingUpdate": {"maxSurge": 0, "maxUnavailable": 1}}}}'
        """
      Then "node-metrics" runs one pod on "east-1" and nowhere else
      And the pod of "node-metrics" on "east-1" runs version "v2"

  Rule: The update goes on when the old pod makes room
    # Authority: pkg/controller/daemon/daemon_controller.go podsShouldBeOnNode
    It does when somebody deletes it; and once it is no longer ready, the daemon set itself does.

    Background:
      Given the daemon set "node-metrics" with:
        | host port       | 9100 |
        | max unavailable | 0    |
        | max surge       | 1    |

    @needs-container-control
    Example: the old pod is not ready, and the daemon set takes it away
      Given the pod of "node-metrics" on "east-1" turns unready
      When the daemon set "node-metrics" is updated to version "v2"
      Then "node-metrics" runs one pod on "east-1" and nowhere else
      And the pod of "node-metrics" on "east-1" runs version "v2"

    Example: somebody deletes the old pod
      Given the daemon set "node-metrics" is updated to version "v2"
      When I run "oc delete pods -l pod-template-generation=1"
      Then "node-metrics" runs one pod on "east-1" and nowhere else
      And the pod of "node-metrics" on "east-1" runs version "v2"

  Rule: A new version that asks for another port has nothing to wait for
    # Authority: pkg/scheduler/framework/plugins/nodeports/node_ports.go Filter

    Example: the new version moves to the next port
      Given the daemon set "node-metrics" with:
        | host port       | 9100 |
        | max unavailable | 0    |
        | max surge       | 1    |
      When I run:
        """
        oc patch daemonset node-metrics --type json -p \
            '[{"op": "replace", "path": "/spec/template/spec/containers/0/ports/0", "value": {"containerPort": 9101, "hostPort": 9101}}]'
        """
      Then the pod of "node-metrics" on "east-1" was replaced
      And "node-metrics" runs one pod on "east-1" and nowhere else

  Rule: Without surge the old pod goes first and gives its port free
    # Authority: pkg/controller/daemon/update.go rollingUpdate

    Example: the same daemon set, with a gap
      Given the daemon set "node-metrics" with:
        | host port | 9100 |
      When the daemon set "node-metrics" is updated to version "v2"
      Then "node-metrics" runs one pod on "east-1" and nowhere else
      And the pod of "node-metrics" on "east-1" runs version "v2"
