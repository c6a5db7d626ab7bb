Feature: How many pods an update takes at a time

  Every example here must be red in its last step, and say what stands after the `>`.

  Background:
    Given the nodes "east-1" and "east-2"
    And the daemon set "log-agent"

  Scenario Outline: a misspelt daemon set
    > There never was a daemon set "log-agnet". Did you mean "log-agent"?
    When the daemon set "log-agent" is updated to version "v2"
    Then <sentence>

    Examples:
      | sentence                                                        |
      | at no time was more than one pod of "log-agnet" unavailable     |
      | up to one pod of "log-agnet" was unavailable at the same time   |
      | every node had an available pod of "log-agnet" all the time     |
      | up to no nodes ran two pods of "log-agnet" at the same time     |
      | only 2 pods of "log-agnet" were replaced                        |
      | the update of "log-agnet" took 4 seconds                        |

  Example: more pods were away than said
    > Too many pods of "log-agent" were unavailable at the same time.
    When the pods of "log-agent" on "east-1" and "east-2" are deleted
    Then at no time was more than one pod of "log-agent" unavailable

  Example: fewer pods were away than said
    > So many pods of "log-agent" should be unavailable at the same time, no more and no fewer.
    When the daemon set "log-agent" is updated to version "v2"
    Then up to two pods of "log-agent" were unavailable at the same time

  Example: a node had its gap
    > Nodes were without an available pod of "log-agent".
    When the daemon set "log-agent" is updated to version "v2"
    Then every node had an available pod of "log-agent" all the time

  Example: no node ran two pods
    > So many nodes should run an old and a new pod of "log-agent" at the same time, no more and no fewer.
    When the daemon set "log-agent" is updated to version "v2"
    Then up to one node ran two pods of "log-agent" at the same time

  Example: two nodes ran two pods, though one of the old pods was on its way out
    > Of 1 at most, both pods were to stay. If that is meant, go on: those on their way out not counted
    Given the daemon set "network-plugin" with:
      | max unavailable | 0 |
      | max surge       | 1 |
    When the daemon set "network-plugin" is updated to version "v2"
    Then one node ran two pods of "network-plugin" at the same time, and never more

  Example: no more than there are
    > Only 2 of the pods of "log-agent" could be lost, so this is always true.
    When the daemon set "log-agent" is updated to version "v2"
    Then at no time were more than two pods of "log-agent" unavailable

  Example: more pods were replaced than said
    > So many pods of "log-agent" should have been replaced, and no others.
    When the daemon set "log-agent" is updated to version "v2"
    Then only one pod of "log-agent" was replaced

  Example: a pod left one node, and another came to a new one
    > So many pods of "db-agent" should have been replaced, and no others.
    Given node "east-1" is labelled "role=db"
    And the daemon set "db-agent" for nodes labelled "role=db"
    When node "east-1" is labelled "role=web"
    And node "east-3" joins, labelled "role=db"
    Then only one pod of "db-agent" was replaced

  Example: none was available before
    > "dud" had no available pod before, so none could be lost.
    Given version "v1" of "dud" never becomes ready
    And the daemon set "dud"
    When the daemon set "dud" is updated to version "v2"
    Then at no time was more than one pod of "dud" unavailable

  Example: a node that never had one
    > Nodes had no available pod of "db-agent" to begin with.
    Given node "east-1" is labelled "role=db"
    And the daemon set "db-agent" for nodes labelled "role=db"
    When 1 minute passes
    Then every node had an available pod of "db-agent" all the time

  Example: an update that took less
    > The update of "log-agent" should take so long.
    When the daemon set "log-agent" is updated to version "v2"
    Then the update of "log-agent" took at least 1 hour

  Example: an update that never ends
    > The update of "log-agent" should take so long.
    Given version "v2" of "log-agent" can never be pulled
    When the daemon set "log-agent" is updated to version "v2"
    Then the update of "log-agent" took at most 1 day
