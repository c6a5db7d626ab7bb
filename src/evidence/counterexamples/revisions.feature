Feature: What a daemon set remembers of its past

  Every example here must be red in its last step, and say what stands after the `>`.

  Background:
    Given the nodes "east-1" and "east-2"
    And the daemon set "log-agent"

  Scenario Outline: a misspelt daemon set
    > There never was a daemon set "log-agnet". Did you mean "log-agent"?
    When the daemon set "log-agent" is updated to version "v2"
    Then <sentence>

    Examples:
      | sentence                                                          |
      | no revision of "log-agnet" is left                                |
      | the pod of "log-agnet" on "east-1" carries the hash of revision 2 |

  Example: a misspelt daemon set, with a table
    > There never was a daemon set "log-agnet". Did you mean "log-agent"?
    When 1 minute passes
    Then the revisions of "log-agnet" are:
      | revision | version |
      | 1        | v1      |

  Example: a misspelt node
    > There never was a node "east-3". Did you mean "east-1" or "east-2"?
    When the daemon set "log-agent" is updated to version "v2"
    Then the pods of "log-agent" on "east-1" and "east-3" carry the hash of revision 2

  Example: a version that never was
    > "log-agent" never had a version "v3". Did you mean "v1" or "v2"?
    When the daemon set "log-agent" is updated to version "v2"
    Then the revisions of "log-agent" are:
      | revision | version |
      | 1        | v1      |
      | 2        | v3      |

  Example: a revision that is not shown
    > "log-agent" remembers other revisions.
    When the daemon set "log-agent" is updated to version "v2"
    Then the revisions of "log-agent" are:
      | revision | version |
      | 2        | v2      |

  Example: the pods are of another revision
    > The pods of "log-agent" should carry the label controller-revision-hash of revision 1.
    When the daemon set "log-agent" is updated to version "v2"
    Then the pods of "log-agent" on "east-1" and "east-2" carry the hash of revision 1

  Example: a revision that never was
    > "log-agent" should have a revision 3.
    When the daemon set "log-agent" is updated to version "v2"
    Then the pod of "log-agent" on "east-1" carries the hash of revision 3

  Example: revisions are left
    > No revision of "log-agent" should be left.
    When the daemon set "log-agent" is updated to version "v2"
    Then no revision of "log-agent" is left

  Example: there never was a revision that could be left
    > "spy" never had a revision.
    Given the user "vera"
    And "vera" tries to create the daemon set "spy"
    And it is refused:
      """
      …forbidden…
      """
    When 1 minute passes
    Then no revision of "spy" is left
