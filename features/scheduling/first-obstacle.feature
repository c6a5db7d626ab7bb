Feature: The scheduler names the first thing that is in the way

  A node may be wrong for a pod in several ways at once. The scheduler asks one question after another, and the first "no" is the
  last question. So what it says about a node need not be all that is wrong there.

  Background:
    Given the nodes:
      | name   | cpu |
      | east-1 | 1   |

  Rule: Whether a host port is free is asked before whether there is room
    # Authority: pkg/scheduler/apis/config/v1/default_plugins.go getDefaultPlugins; pkg/scheduler/framework/runtime/framework.go RunFilterPlugins

    @needs-steady-control-plane
    Example: neither port nor cpu, and only the port is named
      Given the daemon set "node-metrics" with:
        | host port | 9100 |
      When the daemon set "disk-metrics" is created with:
        | host port | 9100 |
        | cpu       | 2    |
      Then the events of "disk-metrics" include:
        | type    | reason           | from              | message                                                                                                                           |
        | Warning | FailedScheduling | default-scheduler | 0/1 nodes are available: 1 node(s) didn't have free ports for the requested pod ports. no new claims to deallocate, preemption: … |

    @needs-steady-control-plane
    Example: the port is free, and what is short is named
      When the daemon set "disk-metrics" is created with:
        | host port | 9100 |
        | cpu       | 2    |
      Then the events of "disk-metrics" include:
        | type    | reason           | from              | message                                                                                 |
        | Warning | FailedScheduling | default-scheduler | 0/1 nodes are available: 1 Insufficient cpu. no new claims to deallocate, preemption: … |
