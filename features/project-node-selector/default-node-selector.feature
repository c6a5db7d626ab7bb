@D07 @I01
Feature: Daemon sets and the project's default node selector

  On OpenShift a project can carry a *default node selector* that is merged into every pod created in it. The documentation
  warns that daemon sets do not get along with it: pods on unselected nodes are recreated again and again, and the cluster is
  loaded for nothing. That **was** so. Today a daemon set puts no pod on those nodes or, if the selector is the default of the
  whole cluster and the daemon set controller has not been told of it, leaves pods waiting for them. Neither costs the cluster
  anything.

  Background:
    Given the nodes:
      | name   | labels      |
      | east-1 | region=east |
      | west-1 | region=west |

  @needs-legacy-scheduling @needs-project-node-selector
  Rule: Once, the pods were recreated again and again
    # Authority: kubernetes#51788
    Before the default scheduler placed daemon pods, the controller bound them itself and the node refused them.

    Background:
      Given a cluster that still binds daemon pods in the controller
      And the project "shop" with the default node selector "region=east"

    @needs-long-waits
    @needs-steady-control-plane
    Example: the loop the documentation warns about
      Given the daemon set "log-agent"
      When 10 minutes pass
      Then the pod of "log-agent" on "east-1" was not replaced
      But the pod of "log-agent" on "west-1" was created again at least 5 times, less and less often

    Example: the node says why it refuses
      When the daemon set "log-agent" is created
      Then every pod of "log-agent" on "west-1" failed with the reason "NodeAffinity"
      And the events of "log-agent" include:
        | type    | reason          | message                                                       |
        | Warning | FailedDaemonPod | Found failed daemon pod … on node west-1, will try to kill it |

  @needs-project-node-selector
  Rule: Today the daemon set keeps to the nodes the project selects
    # Authority: openshift/kubernetes pkg/controller/daemon/patch_nodeselector.go nodeShouldRunDaemonPod, nodeSelectorMatches; recording kube-selector-annotation-wins

    Example: a selector on the project
      Given the project "shop" with the default node selector "region=east"
      When the daemon set "log-agent" is created
      Then "log-agent" runs one pod on "east-1" and nowhere else
      And "west-1" never had a pod of "log-agent"
      And the status of "log-agent" is:
        | desired | current | unavailable |
        | 1       | 1       | 0           |

    @needs-long-waits
    Example: an hour later nothing has been recreated
      Given the project "shop" with the default node selector "region=east"
      And the daemon set "log-agent"
      When 1 hour passes
      Then the pod of "log-agent" on "east-1" was not replaced
      And "west-1" never had a pod of "log-agent"

    Example: an empty selector means every node
      Given the project "shop" with the default node selector ""
      When the daemon set "log-agent" is created
      Then "log-agent" runs one pod on each of "east-1" and "west-1" and nowhere else

    Example: of two annotations Kubernetes' own wins over OpenShift's
      Given the project "shop" with the annotations:
        | scheduler.alpha.kubernetes.io/node-selector | region=west |
        | openshift.io/node-selector                  | region=east |
      When the daemon set "log-agent" is created
      Then "log-agent" runs one pod on "west-1" and nowhere else
      And "east-1" never had a pod of "log-agent"

  @needs-project-node-selector
  Rule: A changed selector counts when the daemon set next has something to do
    # Authority: openshift/kubernetes pkg/controller/daemon/patch_nodeselector.go namespaceNodeSelectorMatches; measured
    A change of the project is no news to its daemon sets. Whatever wakes a daemon set next makes the new selector count, and
    then it may cost pods that run.

    Example: widening it changes nothing yet
      Given the project "shop" with the default node selector "region=east"
      And the daemon set "log-agent"
      When I run "oc annotate namespace shop openshift.io/node-selector= --overwrite"
      Then "log-agent" runs one pod on "east-1" and nowhere else
      And "west-1" never had a pod of "log-agent"

    Example: a pod is deleted, and the wider selector brings another
      Given the project "shop" with the default node selector "region=east"
      And the daemon set "log-agent"
      And I run "oc annotate namespace shop openshift.io/node-selector= --overwrite"
      When the pod of "log-agent" on "east-1" is deleted
      Then "log-agent" runs one pod on each of "east-1" and "west-1" and nowhere else

    Example: narrowing it changes nothing yet either
      Given the project "shop"
      And the daemon set "log-agent"
      When I run "oc annotate namespace shop openshift.io/node-selector=region=east --overwrite"
      Then the pods of "log-agent" on "east-1" and "west-1" were not replaced

    Example: a label on the daemon set, and the narrower selector deletes a pod that runs
      Given the project "shop"
      And the daemon set "log-agent"
      And I run "oc annotate namespace shop openshift.io/node-selector=region=east --overwrite"
      When I run "oc label daemonset log-agent team=platform"
      Then "log-agent" runs one pod on "east-1" and nowhere else

  @needs-default-node-selector
  Rule: With a cluster-wide default, the surplus pods wait and are never recreated
    # Authority: openshift/kubernetes openshift-kube-apiserver/admission/scheduler/nodeenv/admission.go admit; openshift/kubernetes cmd/kube-controller-manager/app/patch.go applyOpenShiftConfigDefaultProjectSelector
    The default is merged into each pod as it is created. The daemon set controller does not know of it, unless it is
    configured with the default, too; so it plans a pod for every node.

    @needs-long-waits
    Example: a pod waits for a node it may not go to
      Given the cluster-wide default node selector "region=east"
      And the daemon set "log-agent"
      When 1 hour passes
      Then "log-agent" runs one pod on "east-1"
      And the pod of "log-agent" for "west-1" is pending
      And the pod of "log-agent" for "west-1" was not replaced

    Example: the status counts the waiting pod as unavailable
      Given the cluster-wide default node selector "region=east"
      When the daemon set "log-agent" is created
      Then the status of "log-agent" is:
        | desired | current | ready | unavailable |
        | 2       | 2       | 1     | 1           |

    @needs-project-node-selector
    Example: an empty selector on the project switches the default off
      Given the cluster-wide default node selector "region=east"
      And the project "shop" with the default node selector ""
      When the daemon set "log-agent" is created
      Then "log-agent" runs one pod on each of "east-1" and "west-1" and nowhere else

  @needs-default-node-selector
  Rule: Pods that contradict the selector are refused, and an event says so
    # Authority: openshift/kubernetes openshift-kube-apiserver/admission/scheduler/nodeenv/admission.go admit; measured

    Example: the daemon set wants the west, the cluster's default is the east
      Given the cluster-wide default node selector "region=east"
      When the daemon set "log-agent" is created for nodes labelled "region=west"
      Then no pod of "log-agent" was ever created
      And the events of "log-agent" include:
        | type    | reason       | from                 | message                                                                                                   |
        | Warning | FailedCreate | daemonset-controller | Error creating: pods is forbidden: pod node label selector conflicts with its project node label selector |
