Feature: What becomes of a node that falls silent

  Every example here must be red in its last step, and say what stands after the `>`.

  Background:
    Given the nodes "east-1" and "east-2"

  Scenario Outline: a misspelt node
    > There never was a node "east-3". Did you mean "east-1" or "east-2"?
    When node "east-1" falls silent
    Then <sentence>

    Examples:
      | sentence                                                       |
      | node "east-3" was marked unreachable after 30 to 60 seconds    |
      | node "east-3" was never marked unreachable                     |

  Example: a node that was marked earlier
    > Node "east-1" should be marked unreachable after so long.
    When node "east-1" falls silent
    Then node "east-1" was marked unreachable after 300 to 360 seconds

  Example: a node that was not marked
    > Node "east-2" should be marked unreachable after so long.
    When node "east-1" falls silent
    Then node "east-2" was marked unreachable after 0 to 600 seconds

  Example: a node that was marked, and reports again
    > Node "east-1" should not be marked unreachable.
    When node "east-1" is silent for 10 minutes
    Then node "east-1" was never marked unreachable

  Example: a node that was marked before the When
    > Node "east-1" should be marked unreachable after so long.
    Given node "east-1" falls silent
    And 1 hour passes
    When node "east-1" is labelled "role=worker"
    Then node "east-1" was marked unreachable after 0 to 600 seconds

  Example: a node that was marked before the When, and reported again
    > Node "east-1" should not be marked unreachable.
    Given node "east-1" is silent for 10 minutes
    When 1 minute passes
    Then node "east-1" was never marked unreachable
