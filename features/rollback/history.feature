Feature: What a daemon set remembers of its past

  The pod templates that a daemon set had are kept as *revisions*, objects of kind ControllerRevision with a number: the current
  one and, beside it, so many old ones as the daemon set says; more only if pods still run them. They are what
  `oc rollout undo` goes back to. A template that returns while its revision is still there is not stored twice: the old
  revision gets a **new number**, the highest. So numbers only grow, and have gaps.

  Background:
    Given the nodes "east-1" and "east-2"

  Rule: Every new template that the controller sees makes a revision
    # Authority: pkg/controller/daemon/update.go constructHistory, snapshot

    Example: three versions
      Given the daemon set "log-agent"
      When the daemon set "log-agent" is updated to versions "v2" and "v3" in turn
      Then the revisions of "log-agent" are:
        | revision | version |
        | 1        | v1      |
        | 2        | v2      |
        | 3        | v3      |

    Example: a change outside of the template makes none
      Given the daemon set "log-agent"
      When I run:
        """
        oc patch daemonset log-agent -p '{"spec": {"minReadySeconds": 5}}'
        """
      Then the revisions of "log-agent" are:
        | revision | version |
        | 1        | v1      |

    @needs-steady-control-plane @needs-movable-clock
    Example: a template that was replaced before the controller looked is never recorded
      Given the daemon set "log-agent"
      And the daemon set "log-agent" has just been updated to version "v2"
      When the daemon set "log-agent" is updated to version "v3"
      Then the revisions of "log-agent" are:
        | revision | version |
        | 1        | v1      |
        | 2        | v3      |

  Rule: A revision takes the notes along that the daemon set carries when it is made
    # Authority: pkg/controller/daemon/update.go snapshot; staging/src/k8s.io/kubectl/pkg/polymorphichelpers/history.go ViewHistory; measured
    The note `kubernetes.io/change-cause` says why. It must stand there before the template changes: what is noted afterwards
    is found at the next revision that is made. A revision that returns keeps the note it has.

    Example: oc shows them, and why they were made, if somebody noted it before
      Given the daemon set "log-agent"
      And I run "oc annotate daemonset log-agent kubernetes.io/change-cause='fewer duplicates'"
      And the daemon set "log-agent" is updated to version "v2"
      When I run "oc rollout history daemonset/log-agent"
      Then it prints, among other lines:
        """
        daemonset.apps/log-agent
        REVISION  CHANGE-CAUSE
        2         fewer duplicates
        """

    Example: a cause that is noted afterwards lands on the next revision
      Given the daemon set "log-agent"
      And the daemon set "log-agent" is updated to version "v2"
      And I run "oc annotate daemonset log-agent kubernetes.io/change-cause='fewer duplicates'"
      And the daemon set "log-agent" is updated to version "v3"
      When I run "oc rollout history daemonset/log-agent"
      Then it prints, among other lines:
        """
        REVISION  CHANGE-CAUSE
        1         <none>
        2         <none>
        3         fewer duplicates
        """

    Example: a template that returns does not take the new note
      Given the daemon set "log-agent"
      And the daemon set "log-agent" is updated to version "v2"
      And I run "oc annotate daemonset log-agent kubernetes.io/change-cause='back to the old one'"
      And I run "oc rollout undo daemonset/log-agent"
      When I run "oc rollout history daemonset/log-agent"
      Then it prints, among other lines:
        """
        REVISION  CHANGE-CAUSE
        2         <none>
        3         <none>
        """

    Example: oc shows what one of them looked like
      Given the daemon set "log-agent"
      And the daemon set "log-agent" is updated to version "v2"
      When I run "oc rollout history daemonset/log-agent --revision=1"
      Then it prints, among other lines:
        """
        daemonset.apps/log-agent with revision #1
        Pod Template:
          Image:  example.test/log-agent:v1
        """

  Rule: A template that returns gets the highest number, if its revision is still there
    # Authority: pkg/controller/daemon/update.go constructHistory, Match; recording rollback-moves-forward
    It is the same template if it is the same to the last letter; a field more or less makes a new revision.

    Example: going back from the second version to the first
      Given the daemon set "log-agent"
      And the daemon set "log-agent" is updated to version "v2"
      When I run "oc rollout undo daemonset/log-agent"
      Then the revisions of "log-agent" are:
        | revision | version |
        | 2        | v2      |
        | 3        | v1      |

    Example: an update to an earlier version is the same as going back
      Given the daemon set "log-agent"
      And the daemon set "log-agent" is updated to versions "v2" and "v3" in turn
      When the daemon set "log-agent" is updated to version "v2"
      Then the revisions of "log-agent" are:
        | revision | version |
        | 1        | v1      |
        | 3        | v3      |
        | 4        | v2      |

    Example: an update to a version that was forgotten is a new one
      Given the daemon set "log-agent" with:
        | revision history limit | 1 |
      And the daemon set "log-agent" is updated to versions "v2" and "v3" in turn
      When the daemon set "log-agent" is updated to version "v1"
      Then the revisions of "log-agent" are:
        | revision | version |
        | 3        | v3      |
        | 4        | v1      |

  Rule: Only so many old revisions are kept
    # Authority: pkg/controller/daemon/update.go cleanupHistory

    Example: a limit of one keeps the version before the last
      Given the daemon set "log-agent" with:
        | revision history limit | 1 |
      When the daemon set "log-agent" is updated to versions "v2", "v3" and "v4" in turn
      Then the revisions of "log-agent" are:
        | revision | version |
        | 3        | v3      |
        | 4        | v4      |

    Example: a limit of zero leaves nothing to go back to
      Given the daemon set "log-agent" with:
        | revision history limit | 0 |
      And the daemon set "log-agent" is updated to version "v2"
      When I try to run "oc rollout undo daemonset/log-agent"
      Then it is refused:
        """
        error: no last revision to roll back to
        """

    Example: who says nothing keeps ten
      When the daemon set "log-agent" is created
      Then the daemon set "log-agent" contains:
        """
        spec:
          revisionHistoryLimit: 10
        """

  Rule: A revision that some pod still runs is kept, whatever the limit, and counts
    # Authority: pkg/controller/daemon/update.go cleanupHistory

    Example: pods that nobody has replaced keep the first version
      Given the daemon set "log-agent" with:
        | update strategy        | OnDelete |
        | revision history limit | 0        |
      When the daemon set "log-agent" is updated to versions "v2" and "v3" in turn
      Then the revisions of "log-agent" are:
        | revision | version |
        | 1        | v1      |
        | 3        | v3      |

    Example: with a limit of one, it is the one
      Given the daemon set "log-agent" with:
        | update strategy        | OnDelete |
        | revision history limit | 1        |
      When the daemon set "log-agent" is updated to versions "v2" and "v3" in turn
      Then the revisions of "log-agent" are:
        | revision | version |
        | 1        | v1      |
        | 3        | v3      |

    Example: it is forgotten when its last pod is gone
      Given the daemon set "log-agent" with:
        | update strategy        | OnDelete |
        | revision history limit | 0        |
      And the daemon set "log-agent" is updated to version "v2"
      When the pods of "log-agent" on "east-1" and "east-2" are deleted
      Then the revisions of "log-agent" are:
        | revision | version |
        | 2        | v2      |

  Rule: The history goes with the daemon set, unless its pods are left behind
    # Authority: pkg/controller/garbagecollector/garbagecollector.go attemptToDeleteItem, orphanDependents; pkg/controller/daemon/update.go snapshot; recording deleted-set-leaves-no-revisions

    Example: deleted with its daemon set
      Given the daemon set "log-agent"
      And the daemon set "log-agent" is updated to version "v2"
      When the daemon set "log-agent" is deleted
      Then no revision of "log-agent" is left

    Example: left behind with the pods
      Given the daemon set "log-agent"
      And the daemon set "log-agent" is deleted with "--cascade=orphan"
      When I run "oc get controllerrevisions"
      Then it prints:
        """
        NAME          CONTROLLER   REVISION   AGE
        log-agent-…   <none>       1          …
        """
