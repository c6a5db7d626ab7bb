@I17
Feature: When a quota leaves no room for daemon pods

  A **quota** limits what a project may use: so many pods, so much processor time. (On OpenShift a *ClusterResourceQuota* does
  the same for several projects together.) A daemon set wants a pod on every node and knows nothing of quotas, so it tries, is
  refused, and tries again. Some nodes go without. Which ones is a matter of chance, and where to look is not obvious: there is
  **no pending pod** to find, for the pod was never created. The status shows that something is missing; only an event says
  why.

  Background:
    Given the nodes "east-1", "east-2" and "west-1"
    And the quota "small-project" with:
      | pods | 2 |

  Rule: The status counts the missing pods as desired and unavailable, but not as current
    # Authority: recording quota-blocks-creation; pkg/controller/daemon/daemon_controller.go updateDaemonSetStatus

    Example: three nodes, and a quota of two pods
      When the daemon set "log-agent" is created
      Then the status of "log-agent" is:
        | desired | current | ready | up-to-date | available | unavailable | misscheduled |
        | 3       | 2       | 2     | 2          | 2         | 1           | 0            |

    Example: a quota that is used up already
      Given the pod "report-job"
      And the pod "mail-job"
      When the daemon set "log-agent" is created
      Then no pod of "log-agent" was ever created
      And the status of "log-agent" is:
        | desired | current | ready | unavailable |
        | 3       | 0       | 0     | 3           |

    @needs-long-waits
    Example: an hour later the pods that exist have been left in peace
      Given the daemon set "log-agent"
      When 1 hour passes
      Then no pod of "log-agent" was created since
      And the status of "log-agent" is:
        | desired | current | ready | unavailable |
        | 3       | 2       | 2     | 1           |

  Rule: An event says why
    # Authority: pkg/controller/controller_utils.go createPods; staging/src/k8s.io/apiserver/pkg/admission/plugin/resourcequota/controller.go CheckRequest

    @needs-steady-control-plane
    Example: the refusal in the words of the API server
      When the daemon set "log-agent" is created
      Then the events of "log-agent" include:
        | type    | reason       | from                 | message                                                                                                                                     |
        | Warning | FailedCreate | daemonset-controller | Error creating: pods "log-agent-…" is forbidden: exceeded quota: small-project, requested: pods=1, used: pods=2, limited: pods=2 |

    Example: the quota itself shows that it is used up
      Given the daemon set "log-agent"
      When I run "oc get quota small-project -o jsonpath={.status.used.pods}"
      Then it prints:
        """
        2
        """

  @needs-long-waits
  Rule: When there is room the missing pods come, if not at once
    # Authority: pkg/controller/daemon/daemon_controller.go processNextWorkItem; staging/src/k8s.io/client-go/util/workqueue/default_rate_limiters.go DefaultTypedControllerRateLimiter
    The daemon set tries again by itself, at intervals that double with every refusal, up to 17 minutes, and whenever
    something else happens to it or to its pods.

    Example: another pod makes room
      Given the pod "report-job"
      And the daemon set "log-agent" for nodes labelled "kubernetes.io/hostname=east-1"
      And the daemon set "node-metrics" for nodes labelled "kubernetes.io/hostname=east-2"
      And I run "oc delete pod report-job"
      When 20 minutes pass
      Then "log-agent" runs one pod on "east-1"
      And "node-metrics" runs one pod on "east-2"

    Example: the quota is raised
      Given the daemon set "log-agent"
      And I run:
        """
        oc patch quota small-project -p '{"spec": {"hard": {"pods": "3"}}}'
        """
      When 20 minutes pass
      Then "log-agent" runs one pod on each of "east-1", "east-2" and "west-1" and nowhere else

    Example: the quota is taken away
      Given the daemon set "log-agent"
      And I run "oc delete quota small-project"
      When 20 minutes pass
      Then "log-agent" runs one pod on each of "east-1", "east-2" and "west-1" and nowhere else

  @needs-long-waits @needs-node-control
  Rule: A pod that is stuck on a silent node ceases to count, but nobody looks at once
    # Authority: pkg/quota/v1/evaluator/core/pods.go QuotaV1Pod; pkg/controller/resourcequota/config/v1alpha1/defaults.go RecommendedDefaultResourceQuotaControllerConfiguration; measured: still counted after 113 seconds, no longer after 229
    When twice its grace period has passed since it was deleted, it is no longer charged. That is news for nobody: it shows
    when the quota is next counted anew, every five minutes.

    Background:
      Given the daemon set "log-agent" for nodes labelled "kubernetes.io/hostname=east-1"
      And node "east-1" falls silent
      And the pod of "log-agent" on "east-1" is deleted

    Example: six minutes later it has been noticed
      Given 6 minutes pass
      When I run "oc get quota small-project -o jsonpath={.status.used.pods}"
      Then it prints:
        """
        0
        """

    Example: while its grace period runs it counts
      Given 30 seconds pass
      When I run "oc get quota small-project -o jsonpath={.status.used.pods}"
      Then it prints:
        """
        1
        """

  Rule: A quota concerns its own project, and nothing that is there already
    # Authority: staging/src/k8s.io/apiserver/pkg/admission/plugin/resourcequota/controller.go checkAttributes; pkg/quota/v1/evaluator/core/pods.go Handles
    It is asked when a pod is created, and when one that runs is to be given more.

    Example: another project has its own
      Given the project "warehouse"
      When the daemon set "log-agent" is created
      Then "log-agent" runs one pod on each of "east-1", "east-2" and "west-1" and nowhere else

    Example: pods that are there when a quota comes stay
      Given the project "warehouse"
      And the daemon set "log-agent"
      When the quota "tiny-project" is created with:
        | pods | 1 |
      Then the pods of "log-agent" on "east-1", "east-2" and "west-1" were not replaced

    Example: but the next pod that is deleted does not come back
      Given the project "warehouse"
      And the daemon set "log-agent"
      And the quota "tiny-project" with:
        | pods | 1 |
      When the pod of "log-agent" on "east-2" is deleted
      Then no pod of "log-agent" was created since
      And "log-agent" runs one pod on each of "east-1" and "west-1" and nowhere else

  Rule: A quota of processor time works the same way, if it is said how much a pod takes
    # Authority: pkg/quota/v1/evaluator/core/pods.go Constraints
    Every container says it, or the pod as a whole. Where neither does, a *LimitRange* of the project may say it for them.

    Example: room for two pods of the size
      Given the project "warehouse"
      And the quota "processor-time" with:
        | requests.cpu | 3 |
      When the daemon set "indexer" is created with:
        | cpu | 1500m |
      Then the status of "indexer" is:
        | desired | current | ready | unavailable |
        | 3       | 2       | 2     | 1           |

    Example: the pod says it as a whole, and its container nothing
      Given the project "warehouse"
      And the quota "processor-time" with:
        | requests.cpu | 3 |
      When the daemon set "indexer" is created with the pod spec:
        """
        resources: {requests: {cpu: 1500m}}
        """
      Then the status of "indexer" is:
        | desired | current | ready | unavailable |
        | 3       | 2       | 2     | 1           |

    @needs-steady-control-plane
    Example: a pod that does not say how much it takes is refused
      Given the project "warehouse"
      And the quota "processor-time" with:
        | requests.cpu | 3 |
      When the daemon set "log-agent" is created
      Then no pod of "log-agent" was ever created
      And the events of "log-agent" include:
        | type    | reason       | from                 | message                                                                                                                   |
        | Warning | FailedCreate | daemonset-controller | Error creating: pods "log-agent-…" is forbidden: failed quota: processor-time: must specify requests.cpu for: log-agent |
