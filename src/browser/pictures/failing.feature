@D16
Feature: An agent that is not where it should be

  It shows how a failure looks.

  Background:
    Given the nodes:
      | name   | labels    |
      | east-1 | role=web  |
      | east-2 | role=db   |
      | west-1 | role=web  |

  Rule: The agent runs on the web servers alone

    Example: it runs on one node too few
      Given the daemon set "log-agent" with:
        | nodes labelled | role=web |
      When node "east-2" is labelled "tier=back"
      Then "log-agent" runs one pod on each of "east-1", "east-2" and "west-1" and nowhere else

    Example: the status is another one
      Given the daemon set "log-agent"
      When node "west-1" is removed
      Then the status of "log-agent" is:
        | desired | available |
        | 3       | 2         |

    Example: nobody knows the phrase
      When node "east-1" is labeled "tier=back"
      Then "log-agent" runs no pods
