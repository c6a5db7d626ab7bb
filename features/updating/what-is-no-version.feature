Feature: What changes beside the template is no new version

  A daemon set has labels, annotations and settings of its own, and beside them the **template** that its pods are made from.
  Only the template is what runs. Whoever tidies up the labels of a daemon set, or notes on it who looks after it, restarts
  nothing: no pod is replaced, and there is no new revision to go back to. The same label **in the template** is another
  matter. It looks as harmless, and replaces the pod of every node.

  Background:
    Given the nodes "east-1" and "east-2"
    And the daemon set "log-agent"

  Rule: What is changed on the daemon set itself replaces no pod and makes no revision
    # Authority: pkg/controller/daemon/update.go constructHistory, Match, getPatch; pkg/controller/daemon/util/daemonset_util.go IsPodUpdated

    Background:
      Given I run "oc label daemonset log-agent team=platform"

    Scenario Outline: <change>
      When I run "<command>"
      Then the pods of "log-agent" on "east-1" and "east-2" were not replaced
      And the revisions of "log-agent" are:
        | revision | version |
        | 1        | v1      |

      Examples:
        | change                                | command                                               |
        | a label is added                      | oc label daemonset log-agent stage=live               |
        | a label gets another value            | oc label daemonset log-agent team=storage --overwrite |
        | a label is taken away                 | oc label daemonset log-agent team-                    |
        | even the label by which it knows pods | oc label daemonset log-agent app=logs                 |
        | an annotation is added                | oc annotate daemonset log-agent on-call=clara         |

  Rule: Nor does a setting outside the template
    # Authority: pkg/controller/daemon/update.go constructHistory, Match, getPatch

    Scenario Outline: <setting>
      When I run:
        """
        oc patch daemonset log-agent -p '{"spec": <spec>}'
        """
      Then the pods of "log-agent" on "east-1" and "east-2" were not replaced
      And the revisions of "log-agent" are:
        | revision | version |
        | 1        | v1      |

      Examples:
        | setting                        | spec                                                         |
        | another update strategy        | {"updateStrategy": {"type": "OnDelete"}}                     |
        | a larger budget for updates    | {"updateStrategy": {"rollingUpdate": {"maxUnavailable": 2}}} |
        | how long a pod must be ready   | {"minReadySeconds": 1}                                       |
        | how many old revisions to keep | {"revisionHistoryLimit": 2}                                  |

  Rule: The same label in the template replaces every pod
    # Authority: pkg/controller/daemon/update.go rollingUpdate, getPatch

    Example: a label is added to the pods, not to the daemon set
      When I run:
        """
        oc patch daemonset log-agent -p '{"spec": {"template": {"metadata": {"labels": {"team": "platform"}}}}}'
        """
      Then the pods of "log-agent" on "east-1" and "east-2" were replaced
      And the revisions of "log-agent" are:
        | revision | version |
        | 1        | v1      |
        | 2        | v1      |

    Example: an annotation, too
      When I run:
        """
        oc patch daemonset log-agent -p '{"spec": {"template": {"metadata": {"annotations": {"on-call": "clara"}}}}}'
        """
      Then the pods of "log-agent" on "east-1" and "east-2" were replaced
      And the revisions of "log-agent" are:
        | revision | version |
        | 1        | v1      |
        | 2        | v1      |
