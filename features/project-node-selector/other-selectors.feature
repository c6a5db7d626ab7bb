@needs-project-node-selector
Feature: What a project's node selector leaves alone, and what it may say

  A project's node selector is the last thing that a daemon set asks about a node, and only about nodes that would get a pod.
  And two readers read it: the daemon set controller understands every label selector; the API server, which merges it into
  pods, understands `key=value` and nothing else. What only one of them understands keeps pods away in ways nobody expects.

  Background:
    Given the nodes:
      | name   | labels      |
      | east-1 | region=east |
      | west-1 | region=west |
    And the project "shop"
    And the daemon set "log-agent"

  Rule: A pod that stays in spite of a NoSchedule taint stays, whatever the project selects
    # Authority: openshift/kubernetes pkg/controller/daemon/patch_nodeselector.go nodeShouldRunDaemonPod

    Example: first the taint, then the selector
      Given node "west-1" is tainted "team=ml:NoSchedule"
      And I run "oc annotate namespace shop openshift.io/node-selector=region=east --overwrite"
      When I run "oc label daemonset log-agent team=platform"
      Then the pod of "log-agent" on "west-1" was not replaced
      And the status of "log-agent" is:
        | desired | current | misscheduled |
        | 1       | 1       | 1            |

    Example: without the taint it goes
      Given I run "oc annotate namespace shop openshift.io/node-selector=region=east --overwrite"
      When I run "oc label daemonset log-agent team=platform"
      Then "log-agent" runs one pod on "east-1" and nowhere else

  Rule: The daemon set controller understands every label selector
    # Authority: openshift/kubernetes pkg/controller/daemon/patch_nodeselector.go nodeSelectorMatches

    Scenario Outline: <what it says>
      Given I run:
        """
        oc annotate namespace shop 'openshift.io/node-selector=<selector>' --overwrite
        """
      When I run "oc label daemonset log-agent team=platform"
      Then "log-agent" runs one pod on "<node>" and nowhere else

      Examples:
        | what it says              | selector              | node   |
        | one of several values     | region in (east,north) | east-1 |
        | any value but one         | region!=east          | west-1 |
        | a value for all, but one  | region,region!=west   | east-1 |

  Rule: A selector that cannot be read moves no pod that is there
    # Authority: openshift/kubernetes pkg/controller/daemon/patch_nodeselector.go nodeSelectorMatches; measured

    Example: a bracket is missing
      Given I run "oc annotate namespace shop 'openshift.io/node-selector=region in (east' --overwrite"
      When I run "oc label daemonset log-agent team=platform"
      Then the pods of "log-agent" on "east-1" and "west-1" were not replaced

  Rule: But no pod is created in a project whose selector is more than equalities
    # Authority: openshift/kubernetes openshift-kube-apiserver/admission/scheduler/nodeenv/admission.go admit

    Example: a pod that is deleted does not come back
      Given I run "oc annotate namespace shop 'openshift.io/node-selector=region in (east,north)' --overwrite"
      When the pod of "log-agent" on "east-1" is deleted
      Then no pod of "log-agent" is left on "east-1"
      And the events of "log-agent" include:
        | type    | reason       | message                                                               |
        | Warning | FailedCreate | Error creating: unable to parse requirement: found 'in', expected: '=' |
