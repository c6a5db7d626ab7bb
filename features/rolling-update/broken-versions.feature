Feature: A version that does not start

  Sooner or later somebody rolls out an image that does not exist, or a program that never becomes ready. A rolling update does
  not go on over broken pods: they count against the budget, and when the budget is used up, the update **stops**. The nodes it
  has not reached keep their old, healthy pod. Nothing is rolled back by itself; it waits for your next update.

  Background:
    Given the nodes "east-1", "east-2", "west-1" and "west-2"

  @needs-container-control
  Rule: The update stops when the budget is used up
    # Authority: pkg/controller/daemon/update.go rollingUpdate

    Example: with a budget of one, one of four nodes gets the broken version
      Given the daemon set "log-agent" with:
        | max unavailable | 1 |
      And version "v2" of "log-agent" can never be pulled
      When the daemon set "log-agent" is updated to version "v2"
      Then one pod of "log-agent" was unavailable, and never more
      And the status of "log-agent" is:
        | desired | up-to-date | available | unavailable |
        | 4       | 1          | 3         | 1           |

    Scenario Outline: with a budget of <budget>, <broken> of four nodes get the broken version
      Given the daemon set "log-agent" with:
        | max unavailable | <budget> |
      And version "v2" of "log-agent" can never be pulled
      When the daemon set "log-agent" is updated to version "v2"
      Then <broken> pods of "log-agent" were unavailable at the same time, and never more
      And the status of "log-agent" is:
        | desired | up-to-date | available | unavailable |
        | 4       | <broken>   | <healthy> | <broken>    |

      Examples:
        | budget | broken | healthy |
        | 2      | 2      | 2       |
        | 50%    | 2      | 2       |

    Example: a program that runs but never becomes ready
      Given the daemon set "log-agent"
      And version "v2" of "log-agent" never becomes ready
      When the daemon set "log-agent" is updated to version "v2"
      Then one pod of "log-agent" was unavailable, and never more
      And the status of "log-agent" is:
        | desired | up-to-date | available | unavailable |
        | 4       | 1          | 3         | 1           |

    @needs-long-waits
    Example: a day later it is where it was
      Given the daemon set "log-agent"
      And version "v2" of "log-agent" can never be pulled
      And the daemon set "log-agent" is updated to version "v2"
      When 24 hours pass
      Then no pod of "log-agent" was created since
      And the status of "log-agent" is:
        | desired | up-to-date | available | unavailable |
        | 4       | 1          | 3         | 1           |

  @I03 @needs-container-control
  Rule: However many bad updates follow each other, they cost no more healthy pods than the first
    # Authority: pkg/controller/daemon/update.go rollingUpdate; recording three-bad-updates-keep-healthy-pods; kubernetes#123232

    Example: three versions in a row that cannot be pulled
      Given the daemon set "log-agent"
      And version "v2" of "log-agent" can never be pulled
      And version "v3" of "log-agent" can never be pulled
      And version "v4" of "log-agent" can never be pulled
      When the daemon set "log-agent" is updated to versions "v2", "v3" and "v4" in turn
      Then one pod of "log-agent" was unavailable, and never more
      And the status of "log-agent" is:
        | desired | up-to-date | available | unavailable |
        | 4       | 1          | 3         | 1           |

    Example: the next good version reaches every node
      Given the daemon set "log-agent"
      And version "v2" of "log-agent" can never be pulled
      And version "v3" of "log-agent" can never be pulled
      And the daemon set "log-agent" is updated to versions "v2" and "v3" in turn
      When the daemon set "log-agent" is updated to version "v4"
      Then at no time were more than one pod of "log-agent" unavailable
      And "log-agent" runs one pod on each of "east-1", "east-2", "west-1" and "west-2" and nowhere else
      And the pods of "log-agent" on "east-1", "east-2", "west-1" and "west-2" run version "v4"
