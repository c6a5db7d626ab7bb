@needs-steady-control-plane
Feature: Events: what a daemon set says about its work

  A status tells how things stand. *Events* tell what was done, by whom, and what stood in the way: the first place to look
  when a pod is missing. Those of the daemon set are shown by `oc describe daemonset`, those of a pod by `oc describe pod`; reading only
  one of the two is how causes are overlooked.

  Background:
    Given the nodes:
      | name   | cpu |
      | east-1 | 4   |
      | east-2 | 1   |

  Rule: The daemon set tells of every pod that it creates or deletes

    Example: a pod is created
      When the daemon set "log-agent" is created
      Then the events of "log-agent" include:
        | type   | reason           | from                 | message                  |
        | Normal | SuccessfulCreate | daemonset-controller | Created pod: log-agent-… |

    Example: a pod is deleted because its node no longer fits
      Given node "east-2" is labelled "role=worker"
      And the daemon set "log-agent" for nodes labelled "role=worker"
      When node "east-2" is labelled "role=db"
      Then the events of "log-agent" include:
        | type   | reason           | from                 | message                  |
        | Normal | SuccessfulDelete | daemonset-controller | Deleted pod: log-agent-… |

    Example: oc describe shows them
      Given the daemon set "log-agent"
      When I run "oc describe daemonset log-agent"
      Then it prints, among other lines:
        """
        Events:
          Type    Reason            Age  From                  Message
          Normal  SuccessfulCreate  …    daemonset-controller  Created pod: log-agent-…
        """

    @needs-virtual-time
    Example: as long as nothing happens, nothing is told
      Given the daemon set "log-agent"
      When 24 hours pass
      Then nothing was told about "log-agent" since

  Rule: What went well is Normal, what stands in the way is a Warning

    Example: an update that goes well
      Given the daemon set "log-agent"
      When the daemon set "log-agent" is updated to version "v2"
      Then no event of "log-agent" is a warning

    Example: a pod may not be created
      Given the quota "small" with:
        | pods | 1 |
      When the daemon set "log-agent" is created
      Then the events of "log-agent" include:
        | type    | reason       | from                 | message                                                                                                      |
        | Warning | FailedCreate | daemonset-controller | Error creating: pods … is forbidden: exceeded quota: small, requested: pods=1, used: pods=1, limited: pods=1 |

    @needs-container-control
    Example: a pod has failed
      Given the daemon set "log-agent"
      When the pod of "log-agent" on "east-1" fails
      Then the events of "log-agent" include:
        | type    | reason          | from                 | message                                                                      |
        | Warning | FailedDaemonPod | daemonset-controller | Found failed daemon pod demo/log-agent-… on node east-1, will try to kill it |

    Example: a pod finds no room, and the scheduler tells
      When the daemon set "indexer" is created with:
        | cpu | 2 |
      Then the events of "indexer" include:
        | type    | reason           | from              | message                                        |
        | Warning | FailedScheduling | default-scheduler | 0/2 nodes are available: 1 Insufficient cpu, … |

    @needs-container-control
    Example: an image cannot be pulled, and the node tells
      Given version "v1" of "log-agent" can never be pulled
      When the daemon set "log-agent" is created
      Then the events of "log-agent" include:
        | type    | reason | from    | message                                             |
        | Warning | Failed | kubelet | Failed to pull image "example.test/log-agent:v1": … |

  Rule: Who says the same again and again is cut short

    @needs-virtual-time
    Example: ten failures are told one by one, the rest in one event
      Given the quota "small" with:
        | pods | 1 |
      And the daemon set "log-agent"
      When 1 hour passes
      Then at most 12 events "FailedCreate" of "log-agent" are listed
      And the events of "log-agent" include:
        | type    | reason       | message                                                                                       |
        | Warning | FailedCreate | (combined from similar events): Error creating: pods … is forbidden: exceeded quota: small, … |
