Feature: A port of the node is taken once for each protocol and address

  A pod may ask for a port of the machine itself, a **host port**. Daemon pods like to do so: the agent can then be reached on
  every node under the same number. But a port has room for one pod for each protocol and each address of the node. Whoever comes
  second waits until the first has gone, unless it matters more: then the first is pushed out. The scheduler knows only the ports
  that pods declare. What a program opens without saying so, it cannot see.

  Background:
    Given the nodes "east-1" and "east-2"
    And the daemon set "node-metrics" with:
      | host port | 9100 |

  Rule: A pod that asks for a taken port waits, unless it matters more than the pod that has it
    # Authority: pkg/scheduler/framework/plugins/nodeports/node_ports.go fitsPorts; staging/src/k8s.io/kube-scheduler/framework/types.go CheckConflict; pkg/apis/core/v1/defaults.go defaultHostNetworkPorts

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

    Scenario Outline: the same port, asked for on <address>
      Given the daemon set "admin-page" with the pod spec:
        """
        containers:
          - name: admin-page
            image: example.test/admin-page:v1
            ports: [{containerPort: 8080, hostPort: 8080, hostIP: 127.0.0.1}]
        """
      When the daemon set "status-page" is created with the pod spec:
        """
        containers:
          - name: status-page
            image: example.test/status-page:v1
            ports: [{containerPort: 8080, hostPort: 8080, hostIP: <address>}]
        """
      Then the status of "status-page" is:
        | desired | ready   |
        | 2       | <ready> |

      Examples:
        | address   | ready |
        | 10.0.0.1  | 2     |
        | 127.0.0.1 | 0     |
        | 0.0.0.0   | 0     |

    Example: in the network of the host every port that is declared is a port of the node
      When the daemon set "disk-metrics" is created with the pod spec:
        """
        hostNetwork: true
        containers:
          - name: disk-metrics
            image: example.test/disk-metrics:v1
            ports: [{containerPort: 9100}]
        """
      Then the pods of "disk-metrics" for "east-1" and "east-2" are pending

    Example: a port that is not declared keeps nobody away, whatever the program opens
      When the daemon set "disk-metrics" is created with the pod spec:
        """
        hostNetwork: true
        """
      Then "disk-metrics" runs one pod on each of "east-1" and "east-2" and nowhere else

  Rule: A pod that matters more takes the port from its holder
    # Authority: pkg/scheduler/framework/plugins/nodeports/node_ports.go Filter; pkg/scheduler/framework/plugins/defaultpreemption/default_preemption.go SelectVictimsOnNode; measured

    Example: the holder is pushed out, and its successor waits
      Given the priority class "urgent" with value 1000
      When the daemon set "disk-metrics" is created with:
        | host port      | 9100   |
        | priority class | urgent |
      Then "disk-metrics" runs one pod on each of "east-1" and "east-2" and nowhere else
      And the pods of "node-metrics" for "east-1" and "east-2" are pending

  Rule: The port is free when its pod has gone
    # Authority: pkg/scheduler/framework/plugins/nodeports/node_ports.go isSchedulableAfterPodDeleted

    Example: the first daemon set is deleted
      Given the daemon set "disk-metrics" with:
        | host port | 9100 |
      When the daemon set "node-metrics" is deleted
      Then "disk-metrics" runs one pod on each of "east-1" and "east-2" and nowhere else
      And the pod of "disk-metrics" on "east-1" was not replaced
