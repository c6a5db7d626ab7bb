Feature: A port of the node can be taken only once

  A pod may ask for a port of the machine itself, a **host port**. Daemon pods like to do so: the agent can then be reached on every node under the same
  number. But a port has room for one. Whoever comes second waits until the first has gone.

  Background:
    Given the nodes "east-1" and "east-2"
    And the daemon set "node-metrics" with:
      | host port | 9100 |

  Rule: A pod that asks for a taken port waits

    Example: two daemon sets want the same port
      When the daemon set "disk-metrics" is created with:
        | host port | 9100 |
      Then the pods of "disk-metrics" for "east-1" and "east-2" are pending
      And the pods of "node-metrics" on "east-1" and "east-2" were not replaced

    @needs-steady-control-plane
    Example: the scheduler says what is missing
      When the daemon set "disk-metrics" is created with:
        | host port | 9100 |
      Then the events of "disk-metrics" include:
        | type    | reason           | from              | message                                                                                                                                                                              |
        | Warning | FailedScheduling | default-scheduler | 0/2 nodes are available: 1 node(s) didn't have free ports for the requested pod ports, 1 node(s) didn't satisfy plugin(s) [NodeAffinity]. no new claims to deallocate, preemption: … |

    Example: another port is no problem
      When the daemon set "disk-metrics" is created with:
        | host port | 9101 |
      Then "disk-metrics" runs one pod on each of "east-1" and "east-2" and nowhere else

    Example: nor is the same number in another protocol
      When the daemon set "disk-metrics" is created with the pod spec:
        """
        containers:
          - name: disk-metrics
            image: example.test/disk-metrics:v1
            ports: [{containerPort: 9100, hostPort: 9100, protocol: UDP}]
        """
      Then "disk-metrics" runs one pod on each of "east-1" and "east-2" and nowhere else

    Example: in the network of the host every port is a port of the node
      When the daemon set "disk-metrics" is created with the pod spec:
        """
        hostNetwork: true
        containers:
          - name: disk-metrics
            image: example.test/disk-metrics:v1
            ports: [{containerPort: 9100}]
        """
      Then the pods of "disk-metrics" for "east-1" and "east-2" are pending

  Rule: The port is free when its pod has gone

    Example: the first daemon set is deleted
      Given the daemon set "disk-metrics" with:
        | host port | 9100 |
      When the daemon set "node-metrics" is deleted
      Then "disk-metrics" runs one pod on each of "east-1" and "east-2" and nowhere else
      And the pod of "disk-metrics" on "east-1" was never replaced
