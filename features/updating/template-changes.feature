@D19
Feature: Changing the pod template of a daemon set

  A new version of the agent is out; somebody edits the image in the daemon set. The documentation says that the pods that
  already run are not affected. That depends on one field, `updateStrategy`. With **OnDelete** it is so. With
  **RollingUpdate** the pods are replaced, one node after the other, and that is what you get if the manifest says nothing, as the
  chapter's does not.

  Background:
    Given the nodes "east-1", "east-2" and "west-1"

  Rule: With OnDelete the pods that run stay as they are
    # Authority: pkg/controller/daemon/daemon_controller.go updateDaemonSet

    Background:
      Given the daemon set "log-agent" with:
        | update strategy | OnDelete |

    Example: a new version changes nothing yet
      When the daemon set "log-agent" is updated to version "v2"
      Then the pods of "log-agent" on "east-1", "east-2" and "west-1" were not replaced
      And the pods of "log-agent" on "east-1", "east-2" and "west-1" run version "v1"

    @needs-long-waits
    Example: not a day later either
      Given the daemon set "log-agent" is updated to version "v2"
      When 24 hours pass
      Then the pods of "log-agent" on "east-1", "east-2" and "west-1" run version "v1"

    Example: the status tells that the pods are behind
      When the daemon set "log-agent" is updated to version "v2"
      Then the status of "log-agent" is:
        | desired | up-to-date | available |
        | 3       | 0          | 3         |

    @needs-node-control
    Example: only a new pod gets the new version
      Given the daemon set "log-agent" is updated to version "v2"
      When node "west-2" joins
      Then the pod of "log-agent" on "west-2" runs version "v2"
      But the pods of "log-agent" on "east-1", "east-2" and "west-1" run version "v1"

  Rule: With RollingUpdate the pods are replaced, one node at a time unless the daemon set says otherwise
    # Authority: pkg/controller/daemon/update.go rollingUpdate

    Background:
      Given the daemon set "log-agent" with:
        | update strategy | RollingUpdate |

    Example: the new version reaches every node
      When the daemon set "log-agent" is updated to version "v2"
      Then the pods of "log-agent" on "east-1", "east-2" and "west-1" were replaced
      And the pods of "log-agent" on "east-1", "east-2" and "west-1" run version "v2"

    Example: at most one node is without its pod meanwhile
      When the daemon set "log-agent" is updated to version "v2"
      Then at no time was more than one pod of "log-agent" unavailable
      And "log-agent" runs one pod on each of "east-1", "east-2" and "west-1" and nowhere else

    @needs-container-control
    Example: a version that does not start stops the replacement at the first node
      Given version "v2" of "log-agent" can never be pulled
      When the daemon set "log-agent" is updated to version "v2"
      Then at no time was more than one pod of "log-agent" unavailable
      And the status of "log-agent" is:
        | desired | up-to-date | available | unavailable |
        | 3       | 1          | 2         | 1           |

  Rule: A manifest that names no strategy means RollingUpdate
    # Authority: pkg/apis/apps/v1/defaults.go SetDefaults_DaemonSet; recording default-strategy-template-update

    Example: the API server fills it in
      When the daemon set "log-agent" is created
      Then the daemon set "log-agent" contains:
        """
        spec:
          updateStrategy:
            type: RollingUpdate
            rollingUpdate:
              maxUnavailable: 1
              maxSurge: 0
        """

    Example: and so an edited template does affect the pods that run
      Given the daemon set "log-agent"
      When the daemon set "log-agent" is updated to version "v2"
      Then the pods of "log-agent" on "east-1", "east-2" and "west-1" were replaced
      And at no time was more than one pod of "log-agent" unavailable
