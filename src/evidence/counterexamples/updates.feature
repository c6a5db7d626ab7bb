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

  Example: more pods were replaced than said
    > So many pods of "log-agent" should have been replaced, and no others.
    When the daemon set "log-agent" is updated to version "v2"
    Then only one pod of "log-agent" was replaced
