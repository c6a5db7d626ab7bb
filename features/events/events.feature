@needs-steady-control-plane
Feature: Events: what a daemon set says about its work

  A status tells how things stand. *Events* tell what was done, by whom, and what stood in the way: the first place to look
  when a pod is missing. Every event is about **one object**. Those of the daemon set are shown by `oc describe daemonset`,
  those of a pod by `oc describe pod`; reading only one of the two is how causes are overlooked. And events are notes, not a
  ledger: repetitions are cut short, and after some time they are gone: an hour, if nobody has set another (OpenShift: three).

  Background:
    Given the nodes:
      | name   | cpu |
      | east-1 | 4   |
      | east-2 | 1   |

  Rule: The daemon set tells of the pods that it creates and deletes
    # Authority: pkg/controller/controller_utils.go createPods, DeletePod

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

    @needs-long-waits
    Example: as long as nothing happens, nothing is told
      Given the daemon set "log-agent"
      When 24 hours pass
      Then nothing was told about "log-agent" since

  Rule: What went well is Normal, and most of what stands in the way is a Warning
    # Authority: pkg/controller/controller_utils.go createPods; pkg/controller/daemon/daemon_controller.go podsShouldBeOnNode

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

  Rule: What the scheduler and the node have to say of a pod is told of the pod, not of its daemon set
    # Authority: pkg/scheduler/schedule_one.go handleSchedulingFailure; pkg/kubelet/images/image_manager.go pullImage

    Example: a pod finds no room, and the scheduler tells
      Given the daemon set "indexer" with:
        | cpu | 2 |
      When I run "oc describe pod <pod of indexer on east-2>"
      Then it prints, among other lines:
        """
        Events:
          Type     Reason            Age  From               Message
          Warning  FailedScheduling  …    default-scheduler  0/2 nodes are available: 1 Insufficient cpu, …
        """

    Example: the daemon set says only that it created the pod
      Given the daemon set "indexer" with:
        | cpu | 2 |
      When I run "oc get events --field-selector involvedObject.kind=DaemonSet,type=Warning"
      Then it prints:
        """
        No resources found in demo namespace.
        """

    @needs-container-control
    Example: an image cannot be pulled, and the node tells
      Given version "v1" of "log-agent" can never be pulled
      When the daemon set "log-agent" is created
      Then the events of "log-agent" include:
        | type    | reason | from    | message                                                       |
        | Warning | Failed | kubelet | Failed to pull image "example.test/log-agent:v1": … not found |

    @needs-container-control
    Example: the pause before the next attempt is no warning
      Given version "v1" of "log-agent" can never be pulled
      When the daemon set "log-agent" is created
      Then the events of "log-agent" include:
        | type   | reason  | from    | message                                            |
        | Normal | BackOff | kubelet | Back-off pulling image "example.test/log-agent:v1" |

  Rule: Who says the same again and again is cut short
    # Authority: staging/src/k8s.io/client-go/tools/record/events_cache.go EventAggregate, NewEventCorrelator, getSpamKey
    Events about one object that differ in nothing but their words are told one by one nine times. From the tenth on they
    share one event, until nothing was said for ten minutes. And of one object a component tells no more than 25 things that
    are Normal at once, and as many Warnings, and one more of each every five minutes; the rest is never told. Only the
    scheduler keeps its notes in another way.

    @needs-long-waits
    Example: nine refusals are told one by one, the rest in one event
      Given the quota "small" with:
        | pods | 1 |
      And the daemon set "log-agent"
      When 9 minutes pass
      Then at most 10 events "FailedCreate" of "log-agent" are listed
      And the events of "log-agent" include:
        | type    | reason       | message                                                                                       |
        | Warning | FailedCreate | (combined from similar events): Error creating: pods … is forbidden: exceeded quota: small, … |

    @needs-long-waits
    Example: after a pause of more than ten minutes a refusal is told by itself again
      Given the quota "small" with:
        | pods | 1 |
      And the daemon set "log-agent"
      And 30 minutes pass
      When I run "oc get events --field-selector reason=FailedCreate -o jsonpath={.items[-1:].message}"
      Then it prints:
        """
        Error creating: pods … is forbidden: exceeded quota: small, …
        """

    Example: of 32 pods nine are told one by one, sixteen together, and seven not at all
      Given 30 nodes
      And the daemon set "log-agent"
      When I run "oc get events --field-selector reason=SuccessfulCreate -o jsonpath={.items[*].count}"
      Then it prints:
        """
        1 1 1 1 1 1 1 1 1 16
        """

  @needs-long-waits
  Rule: An event is forgotten an hour after it was last told
    # Authority: pkg/controlplane/apiserver/options/options.go NewOptions
    That is how long the API server keeps them unless it is told otherwise. On OpenShift it is told three hours.

    Background:
      Given the daemon set "log-agent"

    Example: the next day nobody can tell what happened
      Given 24 hours pass
      When I run "oc get events"
      Then it prints:
        """
        No resources found in demo namespace.
        """

    Example: three quarters of an hour later it can still be read
      When 45 minutes pass
      Then the events of "log-agent" include:
        | type   | reason           | message                  |
        | Normal | SuccessfulCreate | Created pod: log-agent-… |
